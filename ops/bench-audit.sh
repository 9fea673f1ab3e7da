# What the review makes of a made-up year with snoopers, for ops/bench; source it, it runs nothing by itself.
# shellcheck shell=bash

measure_audit() {
  local name value
  note "a year of looks is made up and written to a trail; about a minute"
  mkdir "$work/review"
  dotnet "$benchmarks_dll" review-figures "$work/review" >"$work/audit"
  while read -r name value; do
    case $name in
      lawful_looks) figure "$name" "$value" '>=200000' ;;
      explained_share_lawful) figure "$name" "$value" '>=0.95' ;;
      recall_planted_within_20_cases_a_day) figure "$name" "$value" '>=0.9' ;;
      planted_auto_closed) figure "$name" "$value" '<=0' ;;
      *) figure "$name" "$value" - ;;
    esac
  done <"$work/audit"
  note "unmarked_near_contact_closed: snoopers whose victim happened to be in hospital; no rule can tell, the random sample is for them"
}
