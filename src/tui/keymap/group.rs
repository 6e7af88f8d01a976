//! The purposes of keys: the headings under which the help lists them.

use super::Intent;

/// The purpose of a key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum KeyGroup {
    /// The work of the day is done.
    Do,
    /// Keys that change records.
    Change,
    /// Something else is shown.
    See,
    /// Another row, day or screen.
    Move,
    /// A whole file is read or written.
    Files,
}

impl KeyGroup {
    /// Returns its heading in the catalogues.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Do => "help-do",
            Self::Change => "help-change",
            Self::See => "help-see",
            Self::Move => "help-move",
            Self::Files => "help-files",
        }
    }
}

impl Intent {
    /// Returns its purpose.
    pub const fn group(self) -> KeyGroup {
        match self {
            Self::Done | Self::Pay | Self::Entry | Self::Snooze | Self::Evening => KeyGroup::Do,
            Self::Skip | Self::Goods | Self::Miss | Self::MissStop => KeyGroup::Do,
            Self::FitLimit | Self::PartPayment => KeyGroup::Do,
            Self::Contact | Self::FollowUp | Self::Complaint => KeyGroup::Do,
            Self::Bring | Self::ReadJar | Self::StillEnough | Self::Plan | Self::Join => {
                KeyGroup::Do
            }
            Self::MoveFromDaysOff | Self::DayEarlier | Self::DayLater => KeyGroup::Do,
            Self::Mark | Self::MarkAll | Self::MarkRow | Self::MarkRows => KeyGroup::Do,
            Self::Remove | Self::Retire | Self::Receive | Self::Order | Self::Count => KeyGroup::Do,
            Self::EndSkip | Self::CloseDay | Self::SellTickets | Self::RefundTickets => {
                KeyGroup::Do
            }
            Self::Containers | Self::GiveBack => KeyGroup::Do,
            Self::Accept | Self::Pin | Self::Copy(_) | Self::Choose => KeyGroup::Do,
            Self::AddCustomer | Self::EditCustomer | Self::EditField => KeyGroup::Change,
            Self::EditDelivery | Self::MoveEntry | Self::SetPrice => KeyGroup::Change,
            Self::EditJar | Self::AddJar | Self::Away | Self::Household => KeyGroup::Change,
            Self::Leave | Self::AddProduct | Self::EditProduct | Self::Seasons => KeyGroup::Change,
            Self::Rules | Self::NameShop => KeyGroup::Change,
            Self::Undo | Self::UndoTo | Self::Redo | Self::Save | Self::Take => KeyGroup::Change,
            Self::Open | Self::Why | Self::Statement | Self::Filter | Self::KeepFilter => {
                KeyGroup::See
            }
            Self::Closed | Self::Leavers | Self::Sort | Self::Reverse | Self::Which => {
                KeyGroup::See
            }
            Self::Skips => KeyGroup::See,
            Self::Jars | Self::Review | Self::Accuracy | Self::Journal | Self::JournalOf => {
                KeyGroup::See
            }
            Self::Check | Self::Veil | Self::Language | Self::Repaint => KeyGroup::See,
            Self::Help | Self::Palette => KeyGroup::See,
            Self::Quit | Self::Close | Self::Suspend | Self::Show(_) => KeyGroup::Move,
            Self::NextScreen | Self::PreviousScreen | Self::Move(_) => KeyGroup::Move,
            Self::DayBefore | Self::DayAfter | Self::Today | Self::Leap(_) => KeyGroup::Move,
            Self::NextField | Self::PreviousField | Self::Edit(_) => KeyGroup::Move,
            Self::Complete => KeyGroup::Change,
            Self::Import | Self::Export | Self::Backup | Self::Restore => KeyGroup::Files,
            Self::Sample | Self::Demo | Self::Paper => KeyGroup::Files,
        }
    }
}
