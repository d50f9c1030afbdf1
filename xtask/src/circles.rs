//! The order of the house: no circle of files or of folders in a crate, and no arrow up between crates.

mod rooms;
mod source;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use anyhow::{Result, bail};
use source::{Arrows, Module};

/// Crates whose circles are being mended. One that has none any more must go from the list.
const KNOWN: &[&str] = &[];

/// Looks at every crate of the workspace, and fails when there is a circle or an arrow up.
pub(crate) fn check() -> Result<()> {
    let mut wrong = Vec::new();
    for room in rooms::rooms()? {
        wrong.extend(room.wrong());
        let mut circles = Vec::new();
        for root in &room.roots {
            circles.extend(circles_of(&source::arrows(root)?));
        }
        let known = KNOWN.contains(&room.name.as_str());
        match (circles.is_empty(), known) {
            (true, true) => wrong.push(format!("{} has no circle any more: KNOWN names it", room.name)),
            (false, true) => println!("{}: {} known circles", room.name, circles.len()),
            (..) => wrong.extend(circles.into_iter().map(|circle| format!("{}: {circle}", room.name))),
        }
    }
    if !wrong.is_empty() {
        bail!("{}", wrong.join("\n"));
    }
    println!("No circle, and no arrow up.");
    Ok(())
}

/// The shortest circle through each knot of modules that lie side by side. A module with its folder is one of them; in
/// the folder, its own file is one among the others.
fn circles_of(arrows: &Arrows) -> Vec<String> {
    let mut floors: BTreeMap<Module, Arrows> = BTreeMap::new();
    for ((from, to), path) in arrows {
        let same = from.iter().zip(to).take_while(|(a, b)| a == b).count();
        let floor = from[..same].to_vec();
        let side = |module: &Module| module[..module.len().min(same + 1)].to_vec();
        floors
            .entry(floor)
            .or_default()
            .entry((side(from), side(to)))
            .or_insert_with(|| format!("{} names {path}", shown(from)));
    }
    floors.values().flat_map(knots).collect()
}

fn knots(arrows: &Arrows) -> Vec<String> {
    let mut told: BTreeSet<&Module> = BTreeSet::new();
    let mut circles = Vec::new();
    let mut starts: Vec<(&Module, Vec<&Module>)> = Vec::new();
    for (from, _) in arrows.keys() {
        starts.extend(shortest(arrows, from).map(|circle| (from, circle)));
    }
    starts.sort_by_key(|(_, circle)| circle.len());
    for (start, circle) in starts {
        if told.contains(start) {
            continue;
        }
        // All that go round with it are of one knot.
        told.extend(reached(arrows, start).filter(|other| reached(arrows, other).any(|back| back == start)));
        circles.push(printed(arrows, &circle));
    }
    circles
}

/// Modules that can be reached from a module, itself only by a circle.
fn reached<'a>(arrows: &'a Arrows, from: &Module) -> impl Iterator<Item = &'a Module> + use<'a> {
    ways(arrows, from).into_keys()
}

/// From each module that can be reached, the one before it on a shortest way.
fn ways<'a>(arrows: &'a Arrows, from: &Module) -> BTreeMap<&'a Module, &'a Module> {
    let mut before = BTreeMap::new();
    let mut waiting: VecDeque<&Module> =
        arrows.keys().map(|(one, _)| one).filter(|one| *one == from).take(1).collect();
    while let Some(at) = waiting.pop_front() {
        for (_, to) in arrows.keys().filter(|(one, _)| one == at) {
            if !before.contains_key(to) {
                before.insert(to, at);
                waiting.push_back(to);
            }
        }
    }
    before
}

fn shortest<'a>(arrows: &'a Arrows, from: &Module) -> Option<Vec<&'a Module>> {
    let before = ways(arrows, from);
    let (start, mut at) = before.get_key_value(from).map(|(start, last)| (*start, *last))?;
    let mut circle = vec![start];
    while at != start {
        circle.push(at);
        at = before.get(at)?;
    }
    circle.push(start);
    circle.reverse();
    Some(circle)
}

fn printed(arrows: &Arrows, circle: &[&Module]) -> String {
    let names: Vec<String> = circle.iter().map(|module| shown(module)).collect();
    let mut said = names.join(" -> ");
    for pair in circle.windows(2) {
        if let Some(why) = arrows.get(&(pair[0].clone(), pair[1].clone())) {
            said += &format!("\n    {why}");
        }
    }
    said
}

fn shown(module: &Module) -> String {
    if module.is_empty() { "the root".to_owned() } else { module.join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The circles of a crate of these files.
    fn circles(files: &[(&str, &str)]) -> Vec<String> {
        let folder = tempfile::TempDir::new().unwrap();
        for (name, text) in files {
            let file = folder.path().join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        let found = circles_of(&source::arrows(&folder.path().join("lib.rs")).unwrap());
        found.into_iter().map(|circle| circle.lines().next().unwrap().to_owned()).collect()
    }

    #[test]
    fn a_circle_is_found_by_whatever_names_the_other_file() {
        let other = "pub fn b() { crate::a::x(); }";
        for names in [
            "use crate::b::b;",
            "use super::b::b;",
            "use crate::{b::{self}};",
            "use crate::b::*;",
            "fn a() { super::b::b() }",
            "fn a(x: crate::b::B) {}",
            "fn a() { println!(\"{}\", 1 + (crate::b::b())) }",
            "mod inner { use super::super::b::b; }",
            "fn a() { use crate::b as c; c::b() }",
        ] {
            let found = circles(&[("lib.rs", "mod a; mod b;"), ("a.rs", names), ("b.rs", other)]);
            assert_eq!(found, ["a -> b -> a"], "{names}");
        }
    }

    #[test]
    fn a_name_taken_from_the_root_is_an_arrow_up_to_it() {
        let root = ("lib.rs", "mod a; mod b; pub use a::A;");
        let up = circles(&[root, ("a.rs", "pub struct A;"), ("b.rs", "use crate::A;")]);
        assert_eq!(up, [""; 0], "the root uses a, and b the root");
        let round = circles(&[root, ("a.rs", "use crate::b::B; pub struct A;"), ("b.rs", "use crate::A;")]);
        assert_eq!(round, ["the root -> a -> b -> the root"]);
    }

    #[test]
    fn folders_that_need_each_other_are_a_circle_though_their_files_are_none() {
        let found = circles(&[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "mod one; mod two;"),
            ("a/one.rs", "use crate::b::three::X;"),
            ("a/two.rs", ""),
            ("b.rs", "pub mod three; mod four;"),
            ("b/three.rs", ""),
            ("b/four.rs", "use crate::a::two::Y;"),
        ]);
        assert_eq!(found, ["a -> b -> a"]);
    }

    #[test]
    fn a_folder_s_own_file_and_a_file_in_it_are_a_circle_too() {
        let found = circles(&[
            ("lib.rs", "mod a;"),
            ("a.rs", "mod one; use one::X; pub struct Y;"),
            ("a/one.rs", "use super::Y;"),
        ]);
        assert_eq!(found, ["a -> a/one -> a"]);
    }

    #[test]
    fn tests_visibilities_and_names_of_one_s_own_are_no_arrows() {
        let found = circles(&[
            ("lib.rs", "mod a; mod b; use a::A;"),
            (
                "a.rs",
                "pub(crate) struct A; #[cfg(test)] mod tests { use crate::b::B; } #[cfg(test)] use crate::b::B;
                 fn f() { let b = 1; b + 1; std::b::c(); crate::b!(); }",
            ),
            ("b.rs", "use crate::a::A; #[test] fn t() { crate::a() }"),
        ]);
        assert_eq!(found, [""; 0]);
    }
}
