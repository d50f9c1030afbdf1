//! The window's place on the screen: wholly visible, also where the screen on which it was left is gone, or where no window
//! manager sees to it.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use tauri::{PhysicalPosition, PhysicalSize, WebviewWindow, WindowEvent};

/// How long after it is first seen a window still takes the place that it is to have; later its place is the person's.
const SETTLING: Duration = Duration::from_secs(2);

/// A rectangle in physical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bounds {
    x: i64,
    y: i64,
    width: i64,
    height: i64,
}

/// Sees to it while the window takes its place. Before it is shown, nobody knows how large it is.
pub(crate) fn watch(window: &WebviewWindow) {
    let (seen, shown) = (window.clone(), OnceLock::new());
    window.on_window_event(move |event| {
        let placed = matches!(event, WindowEvent::Resized(_) | WindowEvent::Moved(_));
        if !placed || !seen.is_visible().unwrap_or(false) {
            return;
        }
        if shown.get_or_init(Instant::now).elapsed() < SETTLING {
            // What cannot be asked stays as it is: the window is there in any case.
            let _ = bring_on_screen(&seen);
        }
    });
}

/// Moves a window that reaches beyond its screen's free room into it, and makes it smaller where it has to be.
fn bring_on_screen(window: &WebviewWindow) -> tauri::Result<()> {
    if window.is_maximized()? || window.is_fullscreen()? {
        return Ok(());
    }
    let (at, outer, inner) = (window.outer_position()?, window.outer_size()?, window.inner_size()?);
    // Without a window manager there is no frame, and some say that there is nothing.
    let outer = if outer.width < inner.width || outer.height < inner.height { inner } else { outer };
    let bounds = bounds_of(at, outer);
    let areas: Vec<Bounds> = window
        .available_monitors()?
        .iter()
        .map(|monitor| bounds_of(monitor.work_area().position, monitor.work_area().size))
        .collect();
    let Some(fitted) = fitted(bounds, &areas) else { return Ok(()) };
    let pixels = |number: i64| u32::try_from(number).unwrap_or_default();
    let frame =
        (i64::from(outer.width) - i64::from(inner.width), i64::from(outer.height) - i64::from(inner.height));
    if (fitted.width, fitted.height) != (bounds.width, bounds.height) {
        window
            .set_size(PhysicalSize::new(pixels(fitted.width - frame.0), pixels(fitted.height - frame.1)))?;
    }
    let place = |number: i64| i32::try_from(number).unwrap_or_default();
    window.set_position(PhysicalPosition::new(place(fitted.x), place(fitted.y)))
}

fn bounds_of(at: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> Bounds {
    Bounds { x: at.x.into(), y: at.y.into(), width: size.width.into(), height: size.height.into() }
}

/// Where a window is to be so that all of it is seen; none where it is, or where no screen is known. It stays on the screen
/// that shows the most of it.
fn fitted(window: Bounds, areas: &[Bounds]) -> Option<Bounds> {
    let seen = |area: &Bounds| {
        let along = |from: i64, size: i64, start: i64, room: i64| {
            ((from + size).min(start + room) - from.max(start)).max(0)
        };
        along(window.x, window.width, area.x, area.width)
            * along(window.y, window.height, area.y, area.height)
    };
    // The first of those that show nothing of it is the main one.
    let area = areas.iter().rev().max_by_key(|area| seen(area))?;
    let (width, height) = (window.width.min(area.width), window.height.min(area.height));
    let within = |from: i64, size: i64, start: i64, room: i64| from.clamp(start, start + room - size);
    let fitted = Bounds {
        x: within(window.x, width, area.x, area.width),
        y: within(window.y, height, area.y, area.height),
        width,
        height,
    };
    (fitted != window).then_some(fitted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: i64, y: i64, width: i64, height: i64) -> Bounds {
        Bounds { x, y, width, height }
    }

    #[test]
    fn a_window_comes_back_wholly_visible() {
        let screens = [at(0, 30, 1280, 770), at(1280, 0, 1920, 1080)];
        for (window, seen) in [
            (at(10, 40, 1180, 760), None),
            (at(1300, 20, 1180, 800), None),
            (at(0, 0, 1180, 760), Some(at(0, 30, 1180, 760))),
            (at(1000, 40, 700, 760), Some(at(1280, 40, 700, 760))),
            (at(200, 300, 1180, 760), Some(at(100, 40, 1180, 760))),
            // Larger than its screen, and on one that is gone.
            (at(0, 0, 2000, 1400), Some(at(0, 30, 1280, 770))),
            (at(-3000, -900, 900, 600), Some(at(0, 30, 900, 600))),
        ] {
            assert_eq!(fitted(window, &screens), seen, "{window:?}");
        }
        assert_eq!(fitted(at(0, 0, 9000, 9000), &[]), None);
    }
}
