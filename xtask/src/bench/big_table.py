"""Writes tables of N invented tickets: big_table.py N OUT.csv OUT.xlsx (needs XlsxWriter). With two words,
`openpyxl FILE`, it reads one by openpyxl and prints the seconds."""
import csv
import datetime
import sys
import time

HEAD = ['Ticket', 'Status', 'Priority', 'Owner', 'Due', 'Comment', 'Files', 'Amount']
STATES = ['Open', 'On Hold', 'Resolved', 'Waiting for customer', 'Closed']
PEOPLE = ['Asha Verma', 'Zoë Müller', 'राम कुमार', 'Li Wei', "O'Brien, Pat"]


def rows(count):
    for i in range(count):
        due = datetime.datetime(2026, 1, 1) + datetime.timedelta(days=i % 700)
        yield [100000 + i, STATES[i % 5], ['Low', 'Medium', 'High'][i % 3], PEOPLE[i % 5], due,
               f'Called the customer on {i % 28 + 1} March, waits for papers no. {i}',
               f'bill {i}.pdf; photo {i}.jpg', round(i * 1.37, 2)]


def write(count, text, book):
    import xlsxwriter
    with open(text, 'w', newline='', encoding='utf-8-sig') as file:
        table = csv.writer(file)
        table.writerow(HEAD)
        for row in rows(count):
            table.writerow(row[:4] + [row[4].strftime('%d/%m/%Y')] + row[5:])
    out = xlsxwriter.Workbook(book)
    sheet, day = out.add_worksheet('Tickets'), out.add_format({'num_format': 'dd/mm/yyyy'})
    sheet.write_row(0, 0, HEAD)
    for at, row in enumerate(rows(count), 1):
        for column, value in enumerate(row):
            if column == 4:
                sheet.write_datetime(at, column, value, day)
            else:
                sheet.write(at, column, value)
    out.close()


if sys.argv[1] == 'openpyxl':
    import openpyxl
    started = time.perf_counter()
    for row in openpyxl.load_workbook(sys.argv[2], read_only=True).active.iter_rows(values_only=True):
        pass
    print(f'read\t{time.perf_counter() - started}')
else:
    write(int(sys.argv[1]), sys.argv[2], sys.argv[3])
