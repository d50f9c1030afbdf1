//! The types that go over to the screen, as TypeScript.

use std::any::TypeId;
use std::collections::HashSet;

use ts_rs::{Config, TS, TypeVisitor};

/// A type that goes over, named and collected when the screen's side is generated.
#[derive(Debug, Clone, Copy)]
pub struct Typed {
    /// Its name in TypeScript.
    pub name: fn(&Config) -> String,
    /// Adds its declaration and those of everything in it.
    pub collect: fn(&mut Types),
}

impl Typed {
    /// A type of Rust.
    pub fn of<T: TS + 'static + ?Sized>() -> Self {
        Self {
            name: T::name,
            collect: |types| {
                types.visit::<T>();
                T::visit_generics(types);
            },
        }
    }
}

/// An event, as the screen hears it.
#[derive(Debug, Clone, Copy)]
pub struct ListedEvent {
    /// The name under which it is told.
    pub name: &'static str,
    /// The meaning, line by line.
    pub docs: &'static [&'static str],
    /// The event's payload.
    pub payload: Typed,
}

/// The declarations of types, each once.
pub struct Types {
    config: Config,
    seen: HashSet<TypeId>,
    /// Name and declaration.
    declared: Vec<(String, String)>,
}

impl Default for Types {
    fn default() -> Self {
        // Sizes and times stay far below 2^53.
        let config = Config::new().with_large_int("number");
        Self { config, seen: HashSet::new(), declared: Vec::new() }
    }
}

impl Types {
    /// How the types are written.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The names of the types that were declared.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.declared.iter().map(|(name, _)| name.as_str())
    }

    /// All declarations, by name: the order in which ts-rs names a type's parts differs from build to build.
    pub fn declarations(&self) -> String {
        let mut declared: Vec<_> = self.declared.iter().collect();
        declared.sort_unstable();
        declared.into_iter().map(|(_, declaration)| declaration.as_str()).collect()
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only types of our own would have a file.
        if T::output_path().is_none() || !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        let docs = T::docs().unwrap_or_default();
        let declaration = format!("\n{docs}export {}\n", T::decl(&self.config));
        self.declared.push((T::ident(&self.config), declaration));
    }
}
