//! A person's, or the account's catalogue's, additions to a table.

use desk::batch::{
    Choices, ColumnChoice, ColumnUse, DateOrder, Mapping, PerCent, Problem, Question, Reading, WhyLeftOut,
    is_known_name,
};
use jiff::civil::{Time, date};
use service_crm::ListValue;
use tables::{Book, Options, Table};
use team_setup::{SetupField, SetupKind};

fn table(text: &str) -> Table {
    let options = Options { known_name: Some(&is_known_name), ..Options::default() };
    let mut book = Book::open(text.to_owned().into(), &options).unwrap();
    book.read(0, &|| false).unwrap()
}

fn values(reading: &Reading) -> Vec<String> {
    reading.rows.iter().flat_map(|row| &row.fields).map(|field| field.value.to_string()).collect()
}

fn read(table: &Table, column: usize, choice: ColumnChoice) -> Reading {
    let choices = Choices { columns: [(column, choice)].into(), ..Choices::default() };
    Reading::of(table, &Mapping::propose(table, None), &choices, &|_| false)
}

#[test]
fn the_order_of_a_date_is_asked_once_with_the_first_one_spelt_out_both_ways() {
    let table = table("Ticket,Due\n143,5/5/2026\n144,3/4/2026\n145,6/7/2026\n");
    let asked = read(&table, 1, ColumnChoice::default());
    let question = Question::DateOrder {
        column: 1,
        first: "3/4/2026".into(),
        day_first: Some(date(2026, 4, 3)),
        month_first: Some(date(2026, 3, 4)),
    };
    assert_eq!(asked.questions, [question]);
    let answer = ColumnChoice { date_order: Some(DateOrder::MonthFirst), ..ColumnChoice::default() };
    let answered = read(&table, 1, answer);
    assert_eq!(values(&answered), ["2026-05-05", "2026-03-04", "2026-06-07"]);
    assert!(answered.questions.is_empty());
}

#[test]
fn a_decimal_sign_a_per_cent_and_a_time_of_day_are_asked_once() {
    let numbers = table("Ticket;Amount\n143;1.234\n144;2.345\n");
    assert_eq!(read(&numbers, 1, ColumnChoice::default()).questions.len(), 1);
    let comma =
        ColumnChoice { decimal_sign: Some(service_crm::DecimalSign::Comma), ..ColumnChoice::default() };
    assert_eq!(values(&read(&numbers, 1, comma)), ["1234", "2345"]);

    let shares = table("Ticket,Share\n143,25%\n144,7.5 %\n");
    assert_eq!(read(&shares, 1, ColumnChoice::default()).questions.len(), 1);
    for (per_cent, right) in [(PerCent::Hundredths, ["25", "7.5"]), (PerCent::Fraction, ["0.25", "0.075"])] {
        let choice = ColumnChoice { per_cent: Some(per_cent), ..ColumnChoice::default() };
        assert_eq!(values(&read(&shares, 1, choice)), right);
    }

    let times = table("Ticket,Visit at\n143,1 Mar 2026 17:30\n144,2 Mar 2026\n");
    assert_eq!(
        read(&times, 1, ColumnChoice::default()).questions,
        [Question::TimeOfDay { column: 1, first: date(2026, 3, 2) }]
    );
    let nine = ColumnChoice { time_of_day: Some(Time::constant(9, 0, 0, 0)), ..ColumnChoice::default() };
    assert_eq!(values(&read(&times, 1, nine)), ["2026-03-01 17:30", "2026-03-02 09:00"]);
}

#[test]
fn an_empty_cell_changes_nothing_and_only_the_chosen_word_empties_a_field() {
    let table = table("Ticket,Status,Owner\n143,(empty),Asha\n144,,Li\n");
    let mapping = Mapping::propose(&table, None);
    let plain = Reading::of(&table, &mapping, &Choices::default(), &|_| false);
    assert_eq!(values(&plain), ["(empty)", "Asha", "Li"]);
    let choices = Choices { empty_word: Some("(empty)".into()), ..Choices::default() };
    assert_eq!(values(&Reading::of(&table, &mapping, &choices, &|_| false)), ["", "Asha", "Li"]);
}

#[test]
fn with_a_catalogue_its_fields_are_found_by_label_and_schema_name() {
    let open = ListValue { text: "Open".into(), value: "1".into() };
    let held = ListValue { text: "On Hold".into(), value: "2".into() };
    let mut status = SetupField::new("Status", "Ticket status", SetupKind::List);
    status.values = vec![open, held];
    let fields = [status, SetupField::new("CustomData.Claim_No", "Claim", SetupKind::Text)];
    let table =
        table("Ticket,TICKET  STATUS,claim-no,Weather,Note\n143,on  hold,007,sun,late\n144,Opne,8,rain,\n");
    let mapping = Mapping::propose(&table, Some(&fields));
    let uses: Vec<&ColumnUse> = mapping.columns.iter().map(|column| &column.used_as).collect();
    assert!(matches!(uses[1], ColumnUse::Field { field: Some(name), .. } if name == "Status"));
    assert!(matches!(uses[2], ColumnUse::Field { field: Some(name), .. } if name == "CustomData.Claim_No"));
    assert_eq!(uses[3..], [&ColumnUse::LeftOut(WhyLeftOut::NoSuchField), &ColumnUse::Note]);
    let reading = Reading::of(&table, &mapping, &Choices::default(), &|_| false);
    assert_eq!(values(&reading), ["2", "007", "8"]);
    assert_eq!(reading.rows[0].note.as_deref(), Some("late"));
    let nearest = vec!["Open".into(), "On Hold".into()];
    let column = "TICKET STATUS".into();
    assert_eq!(reading.rows[1].problems, [Problem::NotInList { column, shown: "Opne".into(), nearest }]);
}

#[test]
fn the_same_ticket_again_is_said_with_whether_it_asks_for_the_same() {
    let table = table("Ticket,Status\n143,Open\n#143,Open\n00143,Closed\n143,Closed\n");
    let reading = Reading::of(&table, &Mapping::propose(&table, None), &Choices::default(), &|_| false);
    let said: Vec<&[Problem]> = reading.rows.iter().map(|row| row.problems.as_slice()).collect();
    assert!(said[0].is_empty());
    assert_eq!(said[1], [Problem::SameTicket { row: 2, same_changes: true }]);
    assert_eq!(said[2], [Problem::SameTicket { row: 2, same_changes: false }]);
    assert_eq!(said[3], [Problem::SameTicket { row: 4, same_changes: true }]);
    assert_eq!(reading.rows[2].written.as_deref(), Some("00143"));
}
