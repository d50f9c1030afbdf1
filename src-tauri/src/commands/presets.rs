//! Presets: sets of changes under a name, of the team and of the person.

use std::collections::HashSet;

use tauri::State;
use team_setup::Preset;

use crate::shell::Shell;
use crate::views::ShellError;
use crate::views::fields::{PresetFault, Presets, PresetsSaved};

#[tauri::command]
pub(crate) async fn presets(shell: State<'_, Shell>) -> Result<Presets, ShellError> {
    Ok(of_current(&shell))
}

/// Keeps the person's own presets of the current account, all of them, in that order.
#[tauri::command]
pub(crate) async fn save_presets(
    shell: State<'_, Shell>,
    own: Vec<Preset>,
) -> Result<PresetsSaved, ShellError> {
    let own: Vec<_> = own.into_iter().map(tidy).collect();
    if let Some((preset, fault)) = fault(&of_current(&shell).team, &own) {
        return Ok(PresetsSaved::Fault { preset, fault });
    }
    shell.accounts.change(|settings| {
        let account = settings.current().to_owned();
        settings.presets.insert(account, own);
    })?;
    Ok(PresetsSaved::Saved { presets: of_current(&shell) })
}

fn of_current(shell: &Shell) -> Presets {
    let settings = shell.accounts.settings();
    let account = settings.current();
    Presets {
        team: shell.setups.of(account).map(|setup| setup.presets.clone()).unwrap_or_default(),
        own: settings.presets.get(account).cloned().unwrap_or_default(),
    }
}

fn tidy(preset: Preset) -> Preset {
    let note = preset.note.map(|note| note.trim().to_owned()).filter(|note| !note.is_empty());
    Preset { name: preset.name.trim().to_owned(), note, ..preset }
}

/// The first of the own presets that cannot be kept. Names are told apart as people do, without regard to capitals.
fn fault(team: &[Preset], own: &[Preset]) -> Option<(usize, PresetFault)> {
    let mut names: HashSet<String> = team.iter().map(|preset| preset.name.to_lowercase()).collect();
    own.iter().enumerate().find_map(|(at, preset)| {
        let fault = if preset.name.is_empty() {
            PresetFault::NameEmpty
        } else if !names.insert(preset.name.to_lowercase()) {
            PresetFault::NameTwice
        } else if preset.changes.is_empty() && preset.note.is_none() {
            PresetFault::NothingInIt
        } else {
            return None;
        };
        Some((at, fault))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use service_crm::Change;

    fn preset(name: &str) -> Preset {
        let change = Change { field: "Status".into(), value: "On Hold".into() };
        tidy(Preset { name: name.into(), note: None, changes: vec![change] })
    }

    #[test]
    fn a_name_is_there_and_nobody_elses() {
        let team = [preset("On hold + papers")];
        assert_eq!(fault(&team, &[preset("Done"), preset("Resolved")]), None);
        assert_eq!(fault(&team, &[preset("Done"), preset("  ")]), Some((1, PresetFault::NameEmpty)));
        assert_eq!(fault(&team, &[preset(" on Hold + papers")]), Some((0, PresetFault::NameTwice)));
        assert_eq!(fault(&[], &[preset("Done"), preset("DONE ")]), Some((1, PresetFault::NameTwice)));
    }

    #[test]
    fn a_preset_changes_something_or_reminds_of_something() {
        let with = |note: &str| tidy(Preset { changes: vec![], note: Some(note.into()), ..preset("Papers") });
        assert_eq!(fault(&[], &[with(" \n")]), Some((0, PresetFault::NothingInIt)));
        assert_eq!(fault(&[], &[with("The invoice")]), None);
    }
}
