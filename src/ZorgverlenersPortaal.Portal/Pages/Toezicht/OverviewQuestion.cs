using System.Text.RegularExpressions;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Audit.Export;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>Reads what an officer asks a report of, or says what is wrong with it (Dutch).</summary>
public static partial class OverviewQuestion
{
    // No index narrows by organisation: all looks of these days are read.
    private const int MostDays = 31;

    /// <summary>The fields that a report of this shape asks; what else was sent is left out.</summary>
    public static LogForm Asked(ReportShape shape, LogForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return shape switch
        {
            ReportShape.Patient or ReportShape.Record => new() { Bsn = form.Bsn, From = form.From, Until = form.Until },
            ReportShape.Practice => new() { Ura = form.Ura, From = form.From, Until = form.Until },
            ReportShape.Employee => new() { Who = form.Who, From = form.From, Until = form.Until },
        };
    }

    /// <summary>The search and whom it is about, or the faults.</summary>
    public static (AuditSearch? Search, string Subject, IReadOnlyList<FormFault> Faults) Read(ReportShape shape, LogForm form)
    {
        var (search, faults) = LogQuestion.Read(form);
        if (search is null)
        {
            return (null, "", faults);
        }
        return shape switch
        {
            ReportShape.Patient or ReportShape.Record => search.Bsn is { } bsn
                ? (search, "BSN " + LogRow.Masked(new("", bsn)), [])
                : (null, "", [new("Form.Bsn", shape == ReportShape.Patient ? "Vul het BSN in van de patiënt die het overzicht vraagt." : "Vul het BSN in van de patiënt.")]),
            ReportShape.Employee => search.UziNumber is { } uzi
                ? (search, "UZI-nummer " + NumberText.Uzi(uzi), [])
                : (null, "", [new("Form.Who", "Vul het UZI-nummer in: negen cijfers.")]),
            ReportShape.Practice => Practice(search, form.Ura?.Trim() ?? ""),
        };
    }

    /// <summary>"01-02-2026 tot en met 28-02-2026".</summary>
    public static string Period(AuditSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return (search.From, search.Until?.AddTicks(-1)) switch
        {
            (null, null) => "alles wat bewaard is",
            ({ } from, null) => $"vanaf {Clock.Date(from)}",
            (null, { } until) => $"tot en met {Clock.Date(until)}",
            ({ } from, { } until) => $"{Clock.Date(from)} tot en met {Clock.Date(until)}",
        };
    }

    private static (AuditSearch? Search, string Subject, IReadOnlyList<FormFault> Faults) Practice(AuditSearch search, string ura)
    {
        if (!UraNumber().IsMatch(ura))
        {
            return (null, "", [new("Form.Ura", "Vul het URA-nummer van de organisatie in: acht cijfers.")]);
        }
        return search is { From: { } from, Until: { } until } && until - from <= TimeSpan.FromDays(MostDays).Add(TimeSpan.FromHours(1))
            ? (search with { Ura = ura }, "organisatie " + ura, [])
            : (null, "", [new("Form.From", $"Kies een eerste en een laatste dag, hoogstens {MostDays} dagen.")]);
    }

    [GeneratedRegex(@"\A[0-9]{8}\z", RegexOptions.NonBacktracking)]
    private static partial Regex UraNumber();
}
