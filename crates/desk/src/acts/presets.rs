//! Presets: sets of changes under a name, of the team and of the person.

use std::collections::HashSet;
use std::sync::Arc;

use team_setup::Preset;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::views::fields::{PresetFault, Presets, PresetsSaved};

impl Desk {
    /// The presets of the current account.
    ///
    /// # Errors
    /// Only while the app ends.
    pub async fn presets(self: &Arc<Self>) -> Result<Presets, DeskError> {
        self.on_disk(|desk| desk.current_presets()).await
    }

    /// Keeps the person's own presets of the current account, all of them, in that order.
    ///
    /// # Errors
    /// When the settings cannot be written.
    pub async fn save_presets(self: &Arc<Self>, own: Vec<Preset>) -> Result<PresetsSaved, DeskError> {
        let own: Vec<_> = own.into_iter().map(tidy).collect();
        if let Some((preset, fault)) = fault(&self.presets().await?.team, &own) {
            return Ok(PresetsSaved::Fault { preset, fault });
        }
        self.accounts
            .change(|settings| {
                let account = settings.current().to_owned();
                settings.presets.insert(account, own);
            })
            .await?;
        Ok(PresetsSaved::Saved { presets: self.presets().await? })
    }

    fn current_presets(&self) -> Presets {
        let settings = self.accounts.settings();
        let account = settings.current();
        Presets {
            team: self.setups.of(account).map(|setup| setup.presets.clone()).unwrap_or_default(),
            own: settings.presets.get(account).cloned().unwrap_or_default(),
        }
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
