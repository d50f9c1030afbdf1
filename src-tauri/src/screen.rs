//! The screen's side, generated: a function for each command, a subscription for each event, and the types of both.

use desk::typescript::{ListedEvent, Typed, Types};
use desk::{Code, DeskError, Event};

use crate::commands;
use crate::listing::ListedCommand;

const HEADER: &str = "// Generated from the Rust sources; do not edit: `UPDATE_SCREEN=1 cargo test --test screen` writes this file.\n";

/// The generated files of `ui/src/shell`: name and content.
pub fn files() -> [(&'static str, String); 2] {
    let mut types = Types::default();
    // What every command can fail with; and the codes of failures, which go over as a part of them.
    for typed in [Typed::of::<DeskError>(), Typed::of::<Code>()] {
        (typed.collect)(&mut types);
    }
    let commands: String = commands::list().iter().map(|command| function(command, &mut types)).collect();
    let events: String = Event::list().iter().map(|event| subscription(event, &mut types)).collect();
    let functions = format!("{commands}{events}");
    let imports = imports(&types, &functions);
    let head = "import { Channel, invoke } from \"@tauri-apps/api/core\";\nimport { listen, type UnlistenFn } from \"@tauri-apps/api/event\";\n";
    [
        ("commands.ts", format!("{HEADER}{head}{imports}{functions}")),
        ("types.ts", format!("{HEADER}{}", types.declarations())),
    ]
}

/// The names of all commands.
pub fn command_names() -> Vec<&'static str> {
    commands::list().iter().map(|command| command.name).collect()
}

fn function(command: &ListedCommand, types: &mut Types) -> String {
    let arguments = command.arguments.iter().map(|(name, typed)| (camel(name), written(typed, types)));
    let arguments: Vec<_> = arguments.collect();
    let answer = match written(&command.answer, types).as_str() {
        "null" => "void".to_owned(),
        answer => answer.to_owned(),
    };
    let mut parameters: Vec<String> =
        arguments.iter().map(|(name, typed)| format!("{name}: {typed}")).collect();
    let mut given: Vec<String> = arguments.into_iter().map(|(name, _)| name).collect();
    let channel = command.tells.map(|(name, typed)| (camel(name), written(&typed, types)));
    if let Some((name, told)) = &channel {
        parameters.push(format!("{}: ({name}: {told}) => void", handler(name)));
        given.push(name.clone());
    }
    let given = if given.is_empty() { String::new() } else { format!(", {{ {} }}", given.join(", ")) };
    let call = format!("invoke<{answer}>(\"{}\"{given})", command.name);
    let body = match &channel {
        None => format!("{call};"),
        Some((name, told)) => {
            let hear = handler(name);
            format!(
                "{{\n  const {name} = new Channel<{told}>();\n  {name}.onmessage = {hear};\n  return {call};\n}};"
            )
        }
    };
    let name = camel(command.name);
    format!("\n{}export const {name} = ({}) => {body}\n", comment(command.docs), parameters.join(", "))
}

fn subscription(event: &ListedEvent, types: &mut Types) -> String {
    let name = event.name;
    let (hear, listen) = match written(&event.payload, types).as_str() {
        "null" => ("()".to_owned(), format!("listen(\"{name}\", () => hear())")),
        payload => (
            format!("(told: {payload})"),
            format!("listen<{payload}>(\"{name}\", (event) => hear(event.payload))"),
        ),
    };
    let comment = comment(event.docs);
    format!(
        "\n{comment}export const on{name} = (hear: {hear} => void): Promise<UnlistenFn> =>\n  {listen};\n"
    )
}

fn written(typed: &Typed, types: &mut Types) -> String {
    (typed.collect)(types);
    (typed.name)(types.config())
}

/// The types that the functions name.
fn imports(types: &Types, functions: &str) -> String {
    let words: Vec<&str> = functions.split(|letter: char| !letter.is_alphanumeric()).collect();
    let mut named: Vec<&str> = types.names().filter(|name| words.contains(name)).collect();
    named.sort_unstable();
    let lines: String = named.iter().map(|name| format!("  {name},\n")).collect();
    format!("import type {{\n{lines}}} from \"./types\";\n")
}

fn comment(docs: &[&str]) -> String {
    let lines: Vec<&str> = docs.iter().map(|line| line.trim()).collect();
    format!("/** {} */\n", lines.join(" "))
}

/// `onCopying` for `copying`.
fn handler(name: &str) -> String {
    camel(&format!("on_{name}"))
}

/// As the screen writes names, and the shell expects arguments.
fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let (start, rest) = part.split_at(part.len().min(1));
        format!("{name}{}{rest}", start.to_uppercase())
    })
}
