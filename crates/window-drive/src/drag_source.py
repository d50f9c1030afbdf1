"""A window from which things can be dragged: "files" named as arguments, as from a file manager; a "link" to the address
that follows, as from a browser; or a "list" of addresses as it is (in hexadecimal digits)."""

import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402


def main():
    kind, *given = sys.argv[1:]
    window = Gtk.Window(title="Drag source", type=Gtk.WindowType.POPUP)
    window.set_default_size(80, 80)
    window.move(0, 0)
    source = Gtk.EventBox()
    source.add(Gtk.Label(label=kind))
    targets = ["_NETSCAPE_URL", "text/x-moz-url", "text/plain"] if kind == "link" else ["text/uri-list"]
    targets = [Gtk.TargetEntry.new(target, 0, number) for number, target in enumerate(targets)]
    source.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, targets, Gdk.DragAction.COPY | Gdk.DragAction.LINK)

    def give(_source, _context, selection, _info, _time):
        target = selection.get_target()
        if kind == "files":
            selection.set_uris([pathlib.Path(file).absolute().as_uri() for file in given])
        elif kind == "list":
            selection.set(target, 8, bytes.fromhex(given[0]))
        elif target.name() == "text/x-moz-url":
            selection.set(target, 8, f"{given[0]}\nA page".encode("utf-16-le"))
        elif target.name() == "_NETSCAPE_URL":
            selection.set(target, 8, f"{given[0]}\nA page".encode())
        else:
            selection.set_text(given[0], -1)

    source.connect("drag-data-get", give)
    window.add(source)
    window.set_title("Drag source")
    window.show_all()
    Gtk.main()


main()
