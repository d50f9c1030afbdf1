//! The arrows between the files of a crate: which file names what of which other, by `use` and by paths.
//!
//! A path is followed as far as it names modules; what it names beyond that is taken to stand in that module's file. So
//! `crate::Name` is an arrow up to `lib.rs`, also where `lib.rs` has the name from another file: write where it stands.
//! Not seen: which file a method stands in. Not looked at: what is there for tests only, and attributes.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;
use syn::{Attribute, Item, ItemMod, ItemUse, Macro, UseTree, Visibility};

/// A module by the names on the way to it; the root has none.
pub(crate) type Module = Vec<String>;

/// From a file's module to another's, with a path that says so.
pub(crate) type Arrows = BTreeMap<(Module, Module), String>;

/// Reads a crate from its root file.
pub(crate) fn arrows(root: &Path) -> Result<Arrows> {
    let mut modules = Modules::default();
    modules.read_file(root, &Module::new())?;
    Ok(modules.arrows())
}

/// The modules of a crate.
#[derive(Default)]
struct Modules(HashMap<Module, Contents>);

/// A module's contents.
struct Contents {
    /// The module whose file it stands in: itself, unless it is one in braces.
    file: Module,
    paths: Vec<Vec<String>>,
    /// Names that a `use` brings in, and what they stand for.
    names: HashMap<String, Vec<String>>,
}

impl Modules {
    fn read_file(&mut self, file: &Path, module: &Module) -> Result<()> {
        let text =
            std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        let parsed =
            syn::parse_file(&text).with_context(|| format!("{} cannot be understood", file.display()))?;
        let whole = module.is_empty() || file.file_name().is_some_and(|name| name == "mod.rs");
        let beside = if whole { file.with_file_name("") } else { file.with_extension("") };
        self.read_items(&parsed.items, module, module, &beside)
    }

    /// `beside`: the folder in which the module's own modules lie.
    fn read_items(&mut self, items: &[Item], module: &Module, file: &Module, beside: &Path) -> Result<()> {
        let mut found = Found::default();
        let mut inner = Vec::new();
        for item in items {
            match item {
                Item::Mod(item) if !for_tests(&item.attrs) => inner.push(item),
                other => found.visit_item(other),
            }
        }
        let contents = Contents { file: file.clone(), paths: found.paths, names: found.names };
        self.0.insert(module.clone(), contents);
        for item in inner {
            let name = item.ident.to_string();
            let child = [module.as_slice(), std::slice::from_ref(&name)].concat();
            match &item.content {
                Some((_, items)) => self.read_items(items, &child, file, &beside.join(&name))?,
                None => {
                    if let Some(file) = file_of(&name, beside) {
                        self.read_file(&file, &child)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn arrows(&self) -> Arrows {
        let mut arrows = Arrows::new();
        for (module, contents) in &self.0 {
            for path in &contents.paths {
                let Some(file) = self.followed(module, path).and_then(|to| Some(&self.0.get(&to)?.file))
                else {
                    continue;
                };
                if *file != contents.file {
                    arrows.entry((contents.file.clone(), file.clone())).or_insert_with(|| path.join("::"));
                }
            }
        }
        arrows
    }

    /// The module that a path leads to; none where it leads out of the crate.
    fn followed(&self, from: &Module, path: &[String]) -> Option<Module> {
        let (first, mut rest) = path.split_first()?;
        let mut at = match first.as_str() {
            "crate" => Module::new(),
            "self" => from.clone(),
            "super" => from.split_last()?.1.to_vec(),
            name => {
                let child = [from.as_slice(), &[name.to_owned()]].concat();
                match self.0.get(from)?.names.get(name) {
                    _ if self.0.contains_key(&child) => child,
                    // A name that stands for itself is another crate's.
                    Some(meant) if meant.first() != Some(first) => self.module(from, meant)?,
                    _ => return None,
                }
            }
        };
        while let Some(("super", behind)) = rest.split_first().map(|(one, behind)| (one.as_str(), behind)) {
            at.pop()?;
            rest = behind;
        }
        for name in rest {
            at.push(name.clone());
            if !self.0.contains_key(&at) {
                at.pop();
                break;
            }
        }
        Some(at)
    }

    /// The module that a path names; none where it names something in one.
    fn module(&self, from: &Module, path: &[String]) -> Option<Module> {
        let at = self.followed(from, path)?;
        let named = path.last().filter(|last| !matches!(last.as_str(), "crate" | "self" | "super"));
        (named.is_none() || named == at.last()).then_some(at)
    }
}

fn file_of(name: &str, beside: &Path) -> Option<PathBuf> {
    let places = [beside.join(format!("{name}.rs")), beside.join(name).join("mod.rs")];
    places.into_iter().find(|file| file.is_file())
}

fn for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("test")
            || (attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Ident>().is_ok_and(|only| only == "test"))
    })
}

/// The paths that are found in a module.
#[derive(Default)]
struct Found {
    paths: Vec<Vec<String>>,
    names: HashMap<String, Vec<String>>,
}

impl Found {
    fn path(&mut self, path: Vec<String>) {
        // One name alone is a variable, or something of the module's own.
        if path.len() > 1 {
            self.paths.push(path);
        }
    }

    fn used(&mut self, tree: &UseTree, mut before: Vec<String>) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.used(&path.tree, before);
            }
            UseTree::Group(group) => group.items.iter().for_each(|item| self.used(item, before.clone())),
            UseTree::Glob(_) => self.path(before),
            UseTree::Name(name) => self.brought_in(name.ident.to_string(), None, before),
            UseTree::Rename(name) => {
                self.brought_in(name.ident.to_string(), Some(name.rename.to_string()), before);
            }
        }
    }

    fn brought_in(&mut self, name: String, called: Option<String>, mut path: Vec<String>) {
        if name != "self" {
            path.push(name);
        }
        if let Some(called) = called.or_else(|| path.last().cloned()) {
            self.names.insert(called, path.clone());
        }
        self.path(path);
    }

    /// The paths that begin in this crate, whatever the macro makes of them.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    colons += 1;
                    continue;
                }
                TokenTree::Ident(name) if colons == 2 && !path.is_empty() => path.push(name.to_string()),
                other => {
                    self.path(std::mem::take(&mut path));
                    match other {
                        TokenTree::Ident(name) if name == "crate" || name == "super" => {
                            path.push(name.to_string());
                        }
                        TokenTree::Group(group) => self.tokens(group.stream()),
                        _ => {}
                    }
                }
            }
            colons = 0;
        }
        self.path(path);
    }
}

impl<'ast> Visit<'ast> for Found {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            Item::Const(item) => &item.attrs,
            Item::Struct(item) => &item.attrs,
            _ => &Vec::new(),
        };
        if !for_tests(attributes) {
            syn::visit::visit_item(self, item);
        }
    }

    /// In the middle of a function there is none.
    fn visit_item_mod(&mut self, _: &'ast ItemMod) {}

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if item.leading_colon.is_none() {
            self.used(&item.tree, Vec::new());
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() {
            self.path(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        }
        syn::visit::visit_path(self, path);
    }

    /// Its own path is no arrow: where a macro stands does not matter to the compiler either.
    fn visit_macro(&mut self, item: &'ast Macro) {
        self.tokens(item.tokens.clone());
    }

    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}
