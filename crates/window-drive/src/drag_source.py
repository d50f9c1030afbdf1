"""A window from which the files named as arguments can be dragged, as from a file manager."""

import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402


def main():
    window = Gtk.Window(title="Drag source", type=Gtk.WindowType.POPUP)
    window.set_default_size(80, 80)
    window.move(0, 0)
    source = Gtk.EventBox()
    source.add(Gtk.Label(label="files"))
    source.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    source.drag_source_add_uri_targets()
    uris = [pathlib.Path(file).absolute().as_uri() for file in sys.argv[1:]]
    source.connect("drag-data-get", lambda _w, _c, selection, _i, _t: selection.set_uris(uris))
    window.add(source)
    window.set_title("Drag source")
    window.show_all()
    Gtk.main()


main()
