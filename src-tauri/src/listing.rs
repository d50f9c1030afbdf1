//! How a command is listed: once, with its name, its arguments, its answer and the one line that it is. From that come
//! the function that the window calls, the list of those that it may call, and the screen's side.

use desk::typescript::Typed;

/// A command, as the screen calls it.
#[derive(Debug)]
pub(crate) struct ListedCommand {
    pub(crate) name: &'static str,
    /// The command's meaning, line by line.
    pub(crate) docs: &'static [&'static str],
    /// Names and types.
    pub(crate) arguments: Vec<(&'static str, Typed)>,
    /// The command's news while it is under way: the name of the argument, and the type.
    pub(crate) tells: Option<(&'static str, Typed)>,
    pub(crate) answer: Typed,
}

/// A command's needs besides its arguments.
macro_rules! context {
    (desk) => { tauri::State<'_, std::sync::Arc<desk::Desk>> };
    (app) => { tauri::AppHandle };
    (window) => { tauri::WebviewWindow };
    (thumbnails) => { tauri::State<'_, crate::thumbnail::Thumbnails> };
}

/// Lists commands: `fn name[what it uses](argument: Type, …; tells argument: Type) -> Answer { … }`. Each is
/// asynchronous, and fails with a `DeskError`.
macro_rules! commands {
    ($(
        $(#[doc = $doc:literal])+
        fn $name:ident[$($context:ident),*](
            $($argument:ident: $type:ty),* $(; tells $tell:ident: $told:ty)?
        ) -> $answer:ty $body:block
    )*) => {
        $(
            $(#[doc = $doc])+
            #[tauri::command]
            async fn $name(
                $($context: crate::listing::context!($context),)*
                $($argument: $type,)*
                $($tell: tauri::ipc::Channel<$told>,)?
            ) -> Result<$answer, desk::DeskError> $body
        )*

        /// Calls the command that the screen names.
        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }

        /// All commands that there are.
        pub(crate) fn list() -> Vec<crate::listing::ListedCommand> {
            use desk::typescript::Typed;
            vec![$(crate::listing::ListedCommand {
                name: stringify!($name),
                docs: &[$($doc),+],
                arguments: vec![$((stringify!($argument), Typed::of::<$type>())),*],
                tells: crate::listing::told!($(stringify!($tell), Typed::of::<$told>())?),
                answer: Typed::of::<$answer>(),
            }),*]
        }
    };
}

macro_rules! told {
    () => {
        None
    };
    ($name:expr, $type:expr) => {
        Some(($name, $type))
    };
}

pub(crate) use {commands, context, told};
