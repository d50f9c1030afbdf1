//! The one list of what the screen may ask for. A command is one call into the desk, or into a part of the window; the
//! screen's functions and types are generated from here.

use std::collections::HashMap;

use desk::views::accounts::{
    AccountForm, AddressView, KeysToAsk, Overview, OwnerAnswer, ProxySignIn, SaveResult, Tried,
};
use desk::views::draft::{AttachedView, DraftView, UsedAgain};
use desk::views::fields::{DraftFault, FieldsAnswer, Presets, PresetsSaved};
use desk::views::files::{FilesView, FolderView, PasteInto, Pasted, Renamed, RestoredView};
use desk::views::outbox::{
    DeliveryView, DeliveryWhole, Exported, FilesLooked, OutboxAccount, OutboxPage, OutboxTop, RescueView,
    Sent, SetAsideView, Storage, UndoneView,
};
use desk::views::put_back::PutBackLooked;
use desk::views::setup::{
    Confirmation, GivenKeys, LaunchRequestView, Passphrase, SetupForm, SetupOpened, SetupSaved, SetupTaken,
    SetupToSave, SigningKeyMoved,
};
use desk::views::ticket::{LeadsAnswer, SeenTicket, TicketAnswer};
use desk::{
    AlreadyThere, Change, Copying, DraftText, ExportWords, KeepKeys, KeysHint, NamedTicket, Preferences,
    Preset, Query, RecentTicket, Region, Removable, Removal, SizeBounds,
};

use crate::closing::CloseHow;
use crate::listing::commands;
use crate::thumbnail::Picture;
use crate::viewer::FileShown;
use crate::{clipboard, closing, dialogs, viewer, window};

commands! {
    /// Tells the shell that the screen is painted and takes input; the window is shown then.
    fn ready[window]() -> () {
        window::reveal(&window);
        Ok(())
    }

    /// The accounts and preferences, as far as they are known without asking anybody.
    fn overview[desk]() -> Overview {
        Ok(desk.overview())
    }

    /// Asks the keychain where the current account's keys are; may wait for a person to unlock it.
    fn look_for_keys[desk]() -> Overview {
        Ok(desk.look_for_keys().await)
    }

    /// The person does not wait any longer for the keychain: it is taken for locked.
    fn give_up_keychain[desk]() -> () {
        desk.give_up_keychain();
        Ok(())
    }

    /// Makes an account the current one.
    fn choose_account[desk](id: String) -> Overview {
        desk.choose_account(id).await
    }

    /// Saves a new account, or one that was changed.
    fn save_account[desk](form: AccountForm) -> SaveResult {
        desk.save_account(form).await
    }

    /// Removes an account and everything that is kept of it, but its deliveries.
    fn remove_account[desk](id: String) -> Overview {
        desk.remove_account(id).await
    }

    /// Null where the text is no address.
    fn read_address[](text: String) -> Option<AddressView> {
        Ok(desk::read_address(&text))
    }

    /// The number of the ticket that a text means; null where it means none or several.
    fn read_number[](text: String) -> Option<String> {
        Ok(desk::read_number(&text))
    }

    /// The ticket that files' names name; null where they name none or several.
    fn ticket_of_files[](names: Vec<String>) -> Option<NamedTicket> {
        Ok(desk::ticket_of_files(&names))
    }

    /// The ticket that a text names that was dropped beside the boxes; null where it names none or several.
    fn ticket_of_text[](text: String) -> Option<NamedTicket> {
        Ok(desk::ticket_of_text(&text))
    }

    /// The vendor's regions, each with its hosts.
    fn regions[]() -> Vec<Region> {
        Ok(desk::regions().to_vec())
    }

    /// The oddity of two keys; null where there is none. Nobody is asked.
    fn keys_hint[](keys: KeysToAsk) -> Option<KeysHint> {
        Ok(desk::hint_of_keys(&keys.access_key, &keys.secret_key))
    }

    /// Asks a lead host, with the person's leave, whose two keys are. Nothing is saved.
    fn keys_owner[desk](keys: KeysToAsk) -> OwnerAnswer {
        desk.keys_owner(keys).await
    }

    /// Asks the server of a form whether it knows the account. Nothing is saved.
    fn try_connection[desk](form: AccountForm) -> Tried {
        desk.try_connection(form).await
    }

    /// Keeps what a person likes.
    fn set_preferences[desk](preferences: Preferences) -> Overview {
        desk.set_preferences(preferences).await
    }

    /// The best that are known now; where more can be learnt it is, and an event tells.
    fn fields[desk]() -> FieldsAnswer {
        desk.fields().await
    }

    /// The values that were sent last from the current account, newest first, by field.
    fn last_used[desk]() -> HashMap<String, Vec<String>> {
        desk.last_used().await
    }

    /// The presets of the current account.
    fn presets[desk]() -> Presets {
        desk.presets().await
    }

    /// All of the person's own, in their order.
    fn save_presets[desk](own: Vec<Preset>) -> PresetsSaved {
        desk.save_presets(own).await
    }

    /// Opens the system's file dialog, and the team setup that is chosen; nothing is changed by it.
    fn open_setup[desk, window]() -> SetupOpened {
        desk.open_setup(dialogs::setup(&window).await).await
    }

    /// Sets up what was opened under that ID. With a passphrase it takes a second.
    fn take_setup[desk](id: String, given: GivenKeys, keep: KeepKeys, confirmed: Vec<Confirmation>) -> SetupTaken {
        desk.take_setup(id, given, keep, confirmed).await
    }

    /// The person does not want the setup that was opened under that ID.
    fn leave_setup[desk](id: String) -> () {
        desk.leave_setup(&id);
        Ok(())
    }

    /// The form's first content when an account's team setup is saved.
    fn setup_form[desk](id: String) -> SetupForm {
        desk.setup_form(id).await
    }

    /// Opens the system's save dialog. Sealing the keys takes a second.
    fn save_setup[desk, window](setup: SetupToSave) -> SetupSaved {
        desk.save_setup(setup, dialogs::setup_to_save(&window)).await
    }

    /// Opens the system's save dialog, for a file with the key that signs an account's setup. Sealing it takes a second.
    fn export_signing_key[desk, window](id: String, passphrase: Passphrase) -> SigningKeyMoved {
        desk.export_signing_key(id, passphrase.secret, dialogs::signing_key_to_save(&window)).await
    }

    /// Opens the system's file dialog, for the key that another administrator gave away.
    fn import_signing_key[desk, window](id: String, passphrase: Passphrase) -> SigningKeyMoved {
        desk.import_signing_key(id, passphrase.secret, dialogs::signing_key(&window).await).await
    }

    /// The first that was asked from outside the window and is not done; null where there is nothing more.
    fn next_launch_request[desk]() -> Option<LaunchRequestView> {
        desk.next_launch_request().await
    }

    /// Adds the files of the draft that was asked for last; the draft that is there is emptied before if it is to be
    /// `anew`.
    fn add_launched_files[desk](anew: bool) -> UsedAgain {
        desk.add_launched_files(anew).await
    }

    /// The draft as it was left.
    fn draft[desk]() -> DraftView {
        desk.draft().await
    }

    /// Keeps what was typed.
    fn save_draft[desk](text: DraftText) -> () {
        desk.save_draft(text).await
    }

    /// Everything that keeps a text from being sent with the draft's files.
    fn check_draft[desk](text: DraftText) -> Vec<DraftFault> {
        desk.check_draft(text).await
    }

    /// The form in which a field's value would be sent; null where it cannot be sent so.
    fn read_value[desk](change: Change) -> Option<String> {
        desk.read_value(change).await
    }

    /// Opens the system's file dialog.
    fn choose_files[desk, window]() -> AttachedView {
        desk.attach(dialogs::files(&window).await).await
    }

    /// Files of the draft with these numbers that went to the ticket before, or are on their way there.
    fn already_there[desk](ticket: String, files: Vec<i64>) -> Vec<AlreadyThere> {
        desk.already_there(ticket, files).await
    }

    /// A file taken out: it can be put back until the draft is sent, or until some others were taken out after it.
    fn detach[desk](id: i64) -> FilesView {
        desk.detach(id).await
    }

    /// Puts a file back that was taken out.
    fn restore_file[desk](id: i64) -> RestoredView {
        desk.restore_file(id).await
    }

    /// As it will be called on the ticket.
    fn rename_file[desk](id: i64, name: String) -> Renamed {
        desk.rename_file(id, name).await
    }

    /// `to` counts from 0.
    fn move_file[desk](id: i64, to: usize) -> FilesView {
        desk.move_file(id, to).await
    }

    /// Adds what lies in the clipboard, as it is meant there; a picture is called so.
    fn paste[app, desk](name: String, into: PasteInto) -> Pasted {
        desk.paste(name, into, clipboard::copied(&app).await).await
    }

    /// Opens the system's dialog for folders; null where none was chosen.
    fn choose_folder[desk, window]() -> Option<FolderView> {
        desk.list_folder(dialogs::folder(&window).await).await
    }

    /// `chosen` are numbers of files in the listing.
    fn add_from_folder[desk](listing: u64, chosen: Vec<usize>) -> AttachedView {
        desk.add_from_folder(listing, chosen).await
    }

    /// In the system's own viewer.
    fn open_file[app, desk](id: i64) -> FileShown {
        viewer::show(&app, desk.draft_file(id).await?).await
    }

    /// As PNG; empty where there is none.
    fn thumbnail[desk, thumbnails](id: i64) -> Picture {
        Ok(thumbnails.of(desk.draft_file(id).await?).await)
    }

    /// Answered from the app's memory where it was read a short while ago, unless it is to be `fresh`.
    fn read_ticket[desk](number: String, fresh: bool) -> TicketAnswer {
        desk.read_ticket(number, fresh).await
    }

    /// A ticket as it is kept, however old; the ticket system is not asked.
    fn kept_ticket[desk](number: String) -> Option<Box<SeenTicket>> {
        desk.kept_ticket(number).await
    }

    /// Looks for leads by email, where the current account says that they are.
    fn find_leads[desk](email: String) -> LeadsAnswer {
        desk.find_leads(email).await
    }

    /// The current account may be allowed to read tickets by now.
    fn try_ticket_again[desk]() -> Overview {
        desk.try_ticket_again().await
    }

    /// Resolves once the app has its own copies of the files and the delivery exists; what becomes of it comes by
    /// events. `in_parts`: an update that is too large for one goes as several.
    fn update_ticket[desk](text: DraftText, in_parts: bool; tells copying: Copying) -> Sent {
        // A screen that has gone needs no progress.
        desk.update_ticket(text, in_parts, move |step| drop(copying.send(step))).await
    }

    /// Stops the copying of files. Nothing is sent then.
    fn stop_copying[desk]() -> () {
        desk.stop_copying();
        Ok(())
    }

    /// Adds files that were asked about, by their numbers.
    fn add_all_the_same[desk](numbers: Vec<u32>) -> AttachedView {
        desk.add_all_the_same(numbers).await
    }

    /// Takes a file that was changed since it was added as it is now.
    fn take_as_it_is[desk](id: i64) -> RestoredView {
        desk.take_as_it_is(id).await
    }

    /// Stops adding files: what is not there yet is not added.
    fn stop_adding[desk]() -> () {
        desk.stop_adding();
        Ok(())
    }

    /// A delivery's stop: one that waits is cancelled at once; of one that is being sent an event tells what became of it.
    fn cancel[desk](id: i64) -> () {
        desk.cancel(id).await
    }

    /// A person says that a delivery was done.
    fn it_was_done[desk](id: i64) -> DeliveryView {
        desk.it_was_done(id).await
    }

    /// A person wants a delivery to be sent again.
    fn send_again[desk](id: i64) -> DeliveryView {
        desk.send_again(id).await
    }

    /// Name and password for the proxy before the ticket system. False: the keychain did not take them.
    fn sign_in_to_proxy[desk](given: ProxySignIn) -> bool {
        desk.sign_in_to_proxy(given).await
    }

    /// A waiting delivery, tried at once, after a person has mended the way.
    fn try_now[desk](id: i64) -> DeliveryView {
        desk.try_now(id).await
    }

    /// Takes back what is held back after Send. `replace`: what was put together since is given up for it.
    fn undo[desk](id: i64, replace: bool) -> UndoneView {
        desk.undo(id, replace).await
    }

    /// Reads the ticket of a done update anew: what each field was, what was set, what it is now.
    fn look_before_putting_back[desk](id: i64) -> PutBackLooked {
        desk.look_before_putting_back(id).await
    }

    /// Sends off a delivery that sets these fields to what they were before that update, where nobody changed them since.
    fn put_back[desk](id: i64, fields: Vec<String>) -> DeliveryView {
        desk.put_back(id, fields).await
    }

    /// A held-back delivery goes at once.
    fn send_now[desk](id: i64) -> DeliveryView {
        desk.send_now(id).await
    }

    /// A person wants a refused update to be sent as several smaller ones.
    fn split[desk](id: i64) -> Vec<DeliveryView> {
        desk.split(id).await
    }

    /// The largest request of the current account that passed, and the smallest that was refused for its size.
    fn size_bounds[desk]() -> SizeBounds {
        desk.size_bounds().await
    }

    /// The last ticket of the customer for whom this draft would make a new one, where this app knows a recent one.
    fn recent_ticket[desk](text: DraftText) -> Option<RecentTicket> {
        desk.recent_ticket(text).await
    }

    /// A person wants a delivery that waits to be sent to where its account is now.
    fn send_to_new_place[desk](id: i64) -> DeliveryView {
        desk.send_to_new_place(id).await
    }

    /// Sends all of an account's deliveries that wait to where the account is now; how many were for another place.
    fn send_all_to_new_place[desk](account: String) -> u64 {
        desk.send_all_to_new_place(account).await
    }

    /// How many of an account's deliveries are still to be sent.
    fn waiting_of[desk](account: String) -> u64 {
        desk.waiting_of(account).await
    }

    /// Looks for a delivery's files on its ticket, as far as the account shows them. Nothing is kept of it.
    fn look_for_files[desk](id: i64) -> FilesLooked {
        desk.look_for_files(id).await
    }

    /// Opens the tickets of a delivery's customer in the browser; false where nobody knows their address.
    fn show_tickets[desk](id: i64) -> bool {
        let address = desk.tickets_in_browser(id).await?;
        // The vendor's own address and an ID, and nothing that anybody else wrote.
        Ok(address.is_some_and(|address| ::open::that_detached(address).is_ok()))
    }

    /// The outbox came from another computer, and is this one's from now on: what waits goes.
    fn send_from_here[desk]() -> () {
        desk.send_from_here().await
    }

    /// A refused one no longer needs the person.
    fn leave[desk](id: i64) -> DeliveryView {
        desk.leave(id).await
    }

    /// Reads the ticket again for one that may be done.
    fn look_at_ticket[desk](id: i64) -> DeliveryView {
        desk.look_at_ticket(id).await
    }

    /// Puts a delivery's changes and files into the draft; files that are gone or changed are named in `left`.
    fn use_again[desk](id: i64) -> UsedAgain {
        desk.use_again(id).await
    }

    /// The part above the list.
    fn outbox_top[desk]() -> OutboxTop {
        desk.outbox_top().await
    }

    /// One page of the list: the newest `before` a delivery's number, or of all.
    fn outbox_page[desk](query: Query, before: Option<i64>) -> OutboxPage {
        desk.outbox_page(query, before).await
    }

    /// A delivery with its attempts.
    fn delivery[desk](id: i64) -> DeliveryWhole {
        desk.delivery(id).await
    }

    /// The accounts that deliveries were sent off under.
    fn outbox_accounts[desk]() -> Vec<OutboxAccount> {
        desk.outbox_accounts().await
    }

    /// Opens the system's save dialog.
    fn export_csv[desk, window](query: Query, name: String, words: ExportWords) -> Exported {
        desk.export_csv(query, words, dialogs::list_to_save(&window, &name).await).await
    }

    /// How much room the outbox takes, and where it lies.
    fn storage[desk]() -> Storage {
        desk.storage().await
    }

    /// The damage that was found in the database at the start, if any was.
    fn rescue[desk]() -> Option<RescueView> {
        desk.rescue().await
    }

    /// A removal's takings, and what it would leave.
    fn removable[desk](removal: Removal) -> Removable {
        desk.removable(removal).await
    }

    /// Removes it, for good; the tickets are not changed.
    fn remove[desk, app](removal: Removal) -> () {
        desk.remove(removal).await?;
        // Copies of what was looked at lie elsewhere.
        viewer::forget_all(&app);
        Ok(())
    }

    /// The damaged lists that rescues have set aside, the newest first.
    fn set_aside[desk]() -> Vec<SetAsideView> {
        desk.set_aside().await
    }

    /// Removes one of them, for good; the others are the answer.
    fn remove_set_aside[desk](name: String) -> Vec<SetAsideView> {
        desk.remove_set_aside(name).await
    }

    /// Closes the window while something is on its way, as the person wants it.
    fn close_window[app, window](how: CloseHow) -> () {
        closing::close(&app, &window, how).await;
        Ok(())
    }

    /// The person does not want to close the window after all.
    fn stay[app]() -> () {
        closing::stay(&app);
        Ok(())
    }

    /// A notice by the system; the shell shows none while the person looks at the window.
    fn notify[window](title: String, text: String) -> () {
        window::notify(&window, title, text);
        Ok(())
    }

    /// Starts the app anew, when another one had the outbox.
    fn restart[app]() -> () {
        app.request_restart();
        Ok(())
    }
}
