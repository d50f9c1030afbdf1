#!/usr/bin/env python3
"""Writes the tables of this folder, beside it. By hand, when one is added:

    python3 -m venv venv
    venv/bin/pip install XlsxWriter==3.3.1 openpyxl==3.1.5 xlwt==1.3.0 odfpy==1.4.1
    venv/bin/python make.py

All data is invented. What each is for stands at its function. `readings.json` has the readings: what the reader
printed, gone through by hand against what stands here.
The files ending in `-saved.*` were saved by LibreOffice 7.4 from the file of that name:
    soffice --headless --convert-to ods --outdir . links.xlsx
"""
import datetime
import pathlib
import zipfile

import openpyxl
import xlsxwriter
import xlwt

HERE = pathlib.Path(__file__).parent


def text(name, content, encoding='utf-8'):
    (HERE / name).write_bytes(content.encode(encoding))


def book(name, **options):
    return xlsxwriter.Workbook(str(HERE / name), options)


def patched(name, part, old, new):
    with zipfile.ZipFile(HERE / name) as book:
        parts = {info.filename: book.read(info) for info in book.infolist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(HERE / name, 'w', zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)


def separators():
    text('pipe.csv', 'Ticket|Status|Amount\n143|On Hold|1,50\n144|Open|2,25\n')
    text('tabs.tsv', 'Ticket\tStatus\tComment\r143\tOn Hold\ta, b; c\r\r145\tOpen\t\r')
    text('semicolons-no-header.csv', '143;On Hold;1,50\n144;Open;2,50\n')
    text('sep-tab.csv', '\ufeffsep=\t\r\nTicket\tStatus\r\n143\ta,b;c\r\n')
    text('title.csv', 'Open tickets, week 12\n\nTicket;Status\n143;Open\n')


def encodings():
    rows = 'Ticket,Status,Comment\r\n143,On Hold,ग्राहक\r\n144,Open,हाँ\r\n'
    text('utf16-no-bom.csv', rows, 'utf-16-le')
    text('utf16-be.csv', '\ufeff' + rows, 'utf-16-be')
    text('cyrillic-1251.csv', 'Ticket;Status;Comment\r\n143;Открыт;Клиент позвонил в понедельник утром\r\n', 'cp1251')
    text('letters-lost.csv', 'Ticket,Name,Comment\n143,M?ller,ok?\n144,Zoë,what??\n145,A\ufffdB,x\n146,????? ????,y\n')


def quotes():
    text('quote-swallows.csv', 'Ticket,Status,Comment\n143,Open,"never closed\n144,Open,y\n145,Open,"fine"\n146,Open,z\n')
    text('inches.csv', 'Ticket,Status,Comment\n143,Open,5" pipe\n144,Open,"6"" pipe"\n145,Open,end\n')


def dates():
    text('dots.csv', 'Ticket,Due\n143,1.2.2026\n144,3.4.26\n145,31.2.2026\n146,2026-05-06\n147,1 Mar 2026\n')
    text('both-orders.csv', 'Ticket,Due\n143,14/3/2026\n144,3/14/2026\n145,5/5/2026\n')
    text('old-dates.csv', 'Ticket,Due\n143,1979-12-31\n144,2101-01-01\n145,1980-01-01\n')
    text('times.csv', 'Ticket,Visit at\n143,01.03.2026 17:30\n144,2.3.2026 5:30 PM\n145,3.3.2026\n')
    out = book('dates.xlsx')
    sheet = out.add_worksheet('Tickets')
    day, code = out.add_format({'num_format': 14}), out.add_format({'num_format': 'mmm-yy'})
    sheet.write_row(0, 0, ['Ticket', 'Due', 'Code'])
    for row, (ticket, due, name) in enumerate([
        (143, datetime.date(2026, 3, 1), 'A-7'), (144, 46082, 'B-9'), (145, datetime.date(1905, 1, 1), 'C-1'),
        (146, datetime.date(2026, 3, 2), datetime.date(2024, 3, 1))], 1):
        sheet.write(row, 0, ticket)
        sheet.write(row, 1, due, day) if isinstance(due, datetime.date) else sheet.write(row, 1, due)
        sheet.write(row, 2, name, code) if isinstance(name, datetime.date) else sheet.write(row, 2, name)
    out.close()


def numbers():
    text('decimal-comma.csv', 'Ticket;Amount\n143;1.234\n144;12,5\n145;"1 234 567,25 €"\n146;(7)\n147;12 %\n')
    text('decimal-unclear.csv', 'Ticket;Amount\n143;1.234\n144;12\n145;abc\n146;12\n147;5\n148;6\n')
    text('cut-short.csv', 'Ticket,Status,Code\n1.23E+15,Open,A\n144,#####,B\n145,#N/A,1.23E+17\n146,Open,Mar-24\n')
    text('tickets.csv', 'Ticket,Status\nTicket#143,Open\n[#144],Open\n145.,Open\nTicket 146,Open\n#00147,Open\n')


def headers():
    out = book('headers.xlsx')
    sheet = out.add_worksheet('Tickets')
    sheet.write_row(0, 0, ['#', 'Ticket\nNumber:', 'Status', 'status ', 'Files', '', 'Comment'])
    sheet.write_row(1, 0, [1, 143, 'Open', 'Closed', 'a.pdf', 'x', 'late'])
    sheet.write_row(2, 0, [2, 144, 'Open', 'Closed', '', 'y', ''])
    sheet.write_row(3, 0, [3])
    sheet.write_row(4, 1, ['', 'Open'])
    out.close()
    text('numbers-only.csv', 'Ref,Owner\n143,Asha\n144,Li\n145,Zoë\n146,राम\n')
    text('no-is-the-ticket.csv', 'No.,Status\n143,Open\n144,On Hold\n')
    out = book('second-sheet.xlsx')
    out.add_worksheet('Values').write_column(0, 0, ['Status', 'Open', 'On Hold'])
    sheet = out.add_worksheet('Old')
    sheet.write_row(0, 0, ['Ticket', 'Status'])
    sheet.write_row(1, 0, [1, 'Open'])
    sheet.hide()
    sheet = out.add_worksheet('Tickets')
    sheet.write_row(2, 2, ['Ticket', 'Status'])
    sheet.write_row(3, 2, [143, 'Open'])
    out.close()


def twice():
    text('twice.csv', 'Ticket,Status,Files\n143,Open,a.pdf\n#143, Open,a.pdf\n143,Closed,\n144,Open,\n')


def cells():
    """Errors of new names, a true boolean, rich text, merged cells, a result of nothing, a span of rows by hand."""
    out = book('cells.xlsx')
    sheet = out.add_worksheet('Tickets')
    bold = out.add_format({'bold': True})
    sheet.write_row(0, 0, ['Ticket', 'Status', 'Comment', 'Took'])
    sheet.write_number(1, 0, 143)
    sheet.write_boolean(1, 1, True)
    sheet.write_rich_string(1, 2, 'very ', bold, 'late', ' today')
    sheet.write_number(1, 3, 26.5 / 24, out.add_format({'num_format': '[h]:mm'}))
    sheet.write_formula(2, 0, '=140+4', None, 144)
    sheet.write_formula(2, 1, '=A1:A3', None, '#SPILL!')
    sheet.write_string(2, 2, '#N/A')
    sheet.write_number(3, 0, 145)
    sheet.merge_range(3, 1, 3, 2, 'Open')
    sheet.write_string(4, 0, '  \u00a0 ')
    sheet.set_row(3, None, None, {'hidden': True})
    out.close()
    # Excel writes an error as one; the library knows only the old ones.
    patched('cells.xlsx', 'xl/worksheets/sheet1.xml', b't="str"><f>A1:A3</f>', b't="e"><f>A1:A3</f>')


def programs():
    """As a program writes it: formulas without results, one of them a link."""
    out = openpyxl.Workbook()
    sheet = out.active
    sheet.title = 'Tickets'
    sheet.append(['Ticket', 'Papers'])
    sheet.append([143, '=HYPERLINK("Papers/bill%20may.pdf","Bill")'])
    sheet.append([144, '=A2&".pdf"'])
    sheet.append([145, 'mailto:asha@desk.example'])
    out.save(HERE / 'formula-links.xlsx')
    out = xlwt.Workbook()
    sheet = out.add_sheet('List')
    for row, cells in enumerate([['Ticket', 'Amount', 'Done'], [143, 2.5, True], ['00144', 7, False], [145.5, 1e16, '']]):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    out.save(str(HERE / 'values.xls'))


for make in [separators, encodings, quotes, dates, numbers, headers, twice, cells, programs]:
    make()
