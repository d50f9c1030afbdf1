"""Owns the clipboard: of the picture named after "picture", of the files named after "files", of a spreadsheet's cells
("cells", their text, and the picture of them), or of a list of addresses as it is ("list", in hexadecimal digits)."""

import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, GdkPixbuf, Gtk  # noqa: E402


def main():
    kind, *files = sys.argv[1:]
    window = Gtk.Window(title="Clipboard source", type=Gtk.WindowType.POPUP)
    window.realize()
    if kind == "picture":
        picture = GdkPixbuf.Pixbuf.new_from_file(files[0])
        give = lambda selection: selection.set_pixbuf(picture)  # noqa: E731
        targets = ["image/png"]
    elif kind == "cells":
        picture = GdkPixbuf.Pixbuf.new_from_file(files[1])
        targets = ["image/png", "UTF8_STRING", "text/plain;charset=utf-8"]

        def give(selection):
            if selection.get_target().name() == "image/png":
                selection.set_pixbuf(picture)
            else:
                selection.set_text(files[0], -1)
    elif kind == "list":
        targets = ["text/uri-list"]
        give = lambda selection: selection.set(selection.get_target(), 8, bytes.fromhex(files[0]))  # noqa: E731
    else:
        uris = [pathlib.Path(file).absolute().as_uri() for file in files]
        give = lambda selection: selection.set_uris(uris)  # noqa: E731
        targets = ["text/uri-list"]
    for target in targets:
        Gtk.selection_add_target(window, Gdk.SELECTION_CLIPBOARD, Gdk.Atom.intern(target, False), 0)
    window.connect("selection-get", lambda _w, selection, _i, _t: give(selection))
    if not Gtk.selection_owner_set(window, Gdk.SELECTION_CLIPBOARD, 0):
        sys.exit("the clipboard cannot be had")
    print("here", flush=True)
    Gtk.main()


main()
