#!/usr/bin/env bash
# calamine 0.38.0: one cell with an error value of today's Excel and no row of the sheet is read.
#
# Guess:  a cell that shows #SPILL! is read as an error cell, as #REF! is.
# Seen:   "worksheet_range" answers with an error for the whole sheet (so does every reader built on it), for #SPILL!,
#         #CALC!, #FIELD!, #BLOCKED! and for #GETTING_DATA as the file format writes it, although the crate has a kind
#         of error for the last. The cell stream of the same crate gives the error once, in that cell's place, and goes
#         on with the next cell when it is asked again.
#
# Needs cargo and python3. Fails when any of this changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# A sheet of three cells below each other: 1, the error, 3.
python3 - '#REF!' '#SPILL!' '#CALC!' '#FIELD!' '#BLOCKED!' '#GETTING_DATA' <<'PY'
import sys, zipfile
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
package = "http://schemas.openxmlformats.org/package/2006"
kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
def relation(what, to):
    return f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/{what}" Target="{to}"/></Relationships>'
for error in sys.argv[1:]:
    cells = "".join(f'<row r="{row}"><c r="A{row}"{kind_of}><v>{value}</v></c></row>'
                    for row, kind_of, value in [(1, "", 1), (2, ' t="e"', error), (3, "", 3)])
    with zipfile.ZipFile(error.strip("#!") + ".xlsx", "w") as book:
        book.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>')
        book.writestr("_rels/.rels", relation("officeDocument", "xl/workbook.xml"))
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{sheets}" xmlns:r="{office}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"))
        book.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{sheets}"><sheetData>{cells}</sheetData></worksheet>')
PY

mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "trial"
version = "0.0.0"
edition = "2024"
[dependencies]
calamine = "=0.38.0"
TOML
cat > src/main.rs <<'RUST'
use calamine::{Reader, Xlsx, open_workbook};

fn main() {
    for name in std::env::args().skip(1) {
        let mut book: Xlsx<_> = open_workbook(format!("{name}.xlsx")).unwrap();
        let whole = match book.worksheet_range("Data") {
            Ok(range) => format!("{} rows", range.height()),
            Err(_) => "error".to_owned(),
        };
        let mut cells = book.worksheet_cells_reader("Data").unwrap();
        let mut stream = Vec::new();
        // A reader that never ended would be a finding too.
        while stream.len() < 10 {
            match cells.next_cell() {
                Ok(Some(cell)) => stream.push(format!("{:?}", cell.get_value())),
                Ok(None) => break,
                Err(_) => stream.push("error".to_owned()),
            }
        }
        println!("{name}: range: {whole}; stream: {}", stream.join(", "));
    }
}
RUST
cargo run -q -- REF SPILL CALC FIELD BLOCKED GETTING_DATA | tee seen
diff seen - <<'EXPECTED'
REF: range: 3 rows; stream: Float(1.0), Error(Ref), Float(3.0)
SPILL: range: error; stream: Float(1.0), error, Float(3.0)
CALC: range: error; stream: Float(1.0), error, Float(3.0)
FIELD: range: error; stream: Float(1.0), error, Float(3.0)
BLOCKED: range: error; stream: Float(1.0), error, Float(3.0)
GETTING_DATA: range: error; stream: Float(1.0), error, Float(3.0)
EXPECTED
echo "As stated: calamine 0.38.0"
