// What stands behind the options in the help of each command: notes and examples, at most 80 columns.

export const EXIT_CODES = `
Exit codes:
  0    done, also where nothing was found (a note on stderr says so)
  1    done, but some input failed, or a check found differences
  2    could not run: wrong usage, no input matched, output not writable
  130  interrupted
`;

export const EXAMPLES = `
Examples:
  healthx extract 2018年工作总结.txt > figures.csv
  healthx extract "reports/**/*.txt" -f ndjson -o figures.ndjson
  healthx extract report.txt -f table
  pdftotext report.pdf - | healthx extract --district 双流区 --year 2018
`;

export const EXTRACT_EXAMPLES = `${EXAMPLES}  healthx extract "reports/**/*.pdf" -o results/ --skip-existing
  healthx extract --from ndjson -f ndjson --errors-as-data < documents > records
`;

export const EXTRACT_NOTES = `
An NDJSON document is a line {"id","text","district"?,"year"?}; id becomes file.
--jobs auto: a worker for each core (at most 8) where there is work for it; 1
for few or small inputs, and for NDJSON on standard input, which an engine
divides. The output is the same whatever their number.
`;

export const VALIDATE_NOTES = `
For each report in a folder (text, HTML, Word, PDF, Excel) there is to be a
NAME.expected.json beside it: an array of records, one a line, whose "file" is
the path within the folder. Records are matched by their place in the text.

A report without a file takes the place of the text on standard output.
What is passed over (--ignore, --only, --tolerance, or "validate" in
healthx.config.json) is named in every output.

Examples:
  healthx validate                  compare the folder fixtures/reports
  healthx validate my-reports       compare a folder of your own
  healthx validate --update         take the present output as expected
  healthx validate --report junit=junit.xml --report markdown=summary.md
  healthx validate --ignore id,rule,partOf --tolerance 0.5%
`;

export const VIEW_NOTES = `
The page needs no network: it can be mailed, and opened with a double click.

Examples:
  healthx view report.txt -o page.html
  healthx view "reports/*.docx" --district 双流区 -o page.html
`;

export const LEXICON_NOTES = `
WORD is a part of a name, of an alias or of an id; one that fits a single
indicator shows all of it.

Examples:
  healthx lexicon 签约率
  healthx lexicon --domain tcm
  healthx lexicon -f csv > lexicon.csv
  healthx lexicon --units 人次
  healthx lexicon --check my-pack.json
`;

export const SCHEMA_NOTES = `
json-schema describes a record of JSON and NDJSON, table-schema the columns of
the CSV (Frictionless Table Schema), data-package CSV files with columns, size
and hash (datapackage.json, which lies in the folder of the files).

Examples:
  healthx schema > healthx-record.schema.json
  healthx schema -f table-schema > healthx-table.schema.json
  healthx schema -f data-package figures.csv -o datapackage.json
`;

export const COMPLETION_NOTES = `
Examples, each for all shells that are started from then on:
  healthx completion bash > ~/.local/share/bash-completion/completions/healthx
  healthx completion zsh > "\${fpath[1]}/_healthx"
  healthx completion fish > ~/.config/fish/completions/healthx.fish
Where bash has no package bash-completion, add to ~/.bashrc in place of it:
  source <(healthx completion bash)
`;

export const SETTINGS_NOTES = `
Settings: flags, then HEALTHX_FORMAT, HEALTHX_RULES and so on, then the nearest
healthx.config.json upward from the working folder, then your own config.json
(~/.config/healthx). --print-config shows each and where it comes from.
`;

export const TEXT_NOTES = `
An ndjson line holds id (the input's name), text, kind, and of a page of the web
title, published, source and issuer; of a PDF the offsets of its pages.

Examples:
  healthx text report.pdf > report.txt
  healthx text "pages/*.html" -f ndjson > pages.ndjson
`;

export const PIVOT_NOTES = `
Names for --rows and --across: place, year, indicator, indicatorId, label, unit,
domain, dimension, kind, aspect, base, province, city, district, districtCode,
file; Chinese names will do, too. Parts of a year have columns of their own.

A cell in which records disagree shows all values (12 | 15 (!)); the end of the
run lists them with file and line, --conflicts with their sentences.

Examples:
  healthx pivot figures.csv -o table.csv
  healthx pivot "figures/*.ndjson" -f xlsx --lang zh -o table.xlsx
  healthx pivot figures.csv --rows indicator,unit,place --across year
  healthx extract "reports/*.txt" | healthx pivot -f table --indicator 签约
`;

export const AUDIT_NOTES = `
Verdicts: consistent (the printed digits agree), rounding (they agree but for
rounding), inconsistent, not-checkable (beyond 100 %, say: possible, but look).
Reports of one place are compared with one another, too.

Examples:
  healthx audit 2022年工作总结.txt
  healthx audit "reports/*.txt" --strict --lang zh
  healthx audit "reports/*.txt" --all -f csv -o findings.csv
`;

export const EXPLAIN_NOTES = `
Examples:
  healthx explain "全县孕产妇系统管理率96.3%,较上年提高1.2个百分点。"
  healthx explain report.txt:12
  healthx explain report.txt -f json
`;
