"""Owns the clipboard: of the picture named after "picture", or of the files named after "files"."""

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
        target = "image/png"
    else:
        uris = [pathlib.Path(file).absolute().as_uri() for file in files]
        give = lambda selection: selection.set_uris(uris)  # noqa: E731
        target = "text/uri-list"
    Gtk.selection_add_target(window, Gdk.SELECTION_CLIPBOARD, Gdk.Atom.intern(target, False), 0)
    window.connect("selection-get", lambda _w, selection, _i, _t: give(selection))
    if not Gtk.selection_owner_set(window, Gdk.SELECTION_CLIPBOARD, 0):
        sys.exit("the clipboard cannot be had")
    print("here", flush=True)
    Gtk.main()


main()
