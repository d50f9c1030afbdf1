"""Reads a multipart/form-data body with Python's email package, as frameworks did with the cgi module.

read.py CONTENT-TYPE FILE; prints what it found as JSON.
"""

import hashlib
import json
import sys
from email.message import Message
from email.parser import BytesParser

content_type, path = sys.argv[1:]
with open(path, "rb") as body:
    form = BytesParser().parsebytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body.read())

found = {"parts": 0, "dto": [], "files": [], "headers": []}
for part in form.get_payload():
    found["parts"] += 1
    # Headers come as bytes in disguise; forms are UTF-8.
    decoded = Message()
    for name, value in part.raw_items():
        decoded[name] = value.encode("ascii", "surrogateescape").decode("utf-8")
        found["headers"].append(name)
    parameter = lambda name: decoded.get_param(name, header="content-disposition")
    content = part.get_payload(decode=True)
    if parameter("name") == "ticketDTO":
        found["dto"].append(content.decode("utf-8"))
    elif parameter("name") == "files":
        sha256 = hashlib.sha256(content).hexdigest()
        found["files"].append({"name": parameter("filename"), "size": len(content), "sha256": sha256})
if form.defects:
    sys.exit(f"not well made: {form.defects}")
json.dump(found, sys.stdout)
