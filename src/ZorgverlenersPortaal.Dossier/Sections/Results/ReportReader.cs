using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Makes reports of DiagnosticReports, with the results they are about.</summary>
internal sealed class ReportReader(ResultSources sources, TestResultReader tests, Uri baseAddress)
{
    public ResultReport Read(DiagnosticReport report) => report.NotUnderstood is not null
        ? new()
        {
            Source = report.Reference,
            Name = "Verslag",
            Status = ResultStatus.None,
            Effective = Moments.Start(report.Effective),
            Issued = WrittenDate.Of(report.Issued),
            IsNotUnderstood = true,
        }
        : new()
        {
            Source = report.Reference,
            Name = ValueText.Phrase(report.Code) ?? report.Categories.Select(c => c.Show).FirstOrDefault(s => s is not null) ?? "Onbekend onderzoek",
            Status = ResultStatus.Of(report.Status),
            Effective = Moments.Start(report.Effective),
            EffectiveEnd = Moments.End(report.Effective),
            Issued = WrittenDate.Of(report.Issued),
            Performers = sources.Contacts(report.Performers, report),
            Interpreters = sources.Contacts(report.ResultsInterpreters, report),
            Order = sources.Order(report.BasedOn, report),
            Specimens = [.. report.Specimens.Select(s => sources.Specimen(s, report)).OfType<ResultSpecimen>()],
            Conclusion = ReportText.Of(report.Conclusion),
            Missing = Missing(report),
            ConclusionCodes = [.. report.ConclusionCodes.Select(c => ValueText.Phrase(c) ?? "onbekende code")],
            Results = Results(report),
            Attachments = [.. report.PresentedForms.Select((form, index) => new ResultAttachment(Words.Of(form.Title) ?? "Verslag", WrittenDate.Of(form.Creation), AttachedFile.Of(form, index, baseAddress), ResultAttachment.MarkOf(report, form)))],
            PatientView = sources.PatientView(report.SimpleExtensions),
            HasImages = report.ImagingStudies.Count > 0,
        };

    /// <summary>The results in the report's order; a member stands under its panel only, though the report names both.</summary>
    private List<TestResult> Results(DiagnosticReport report)
    {
        var members = report.Results
            .Select(r => tests.Find(r, report)).OfType<Observation>().Where(o => o.NotUnderstood is null)
            .SelectMany(o => o.HasMembers.Select(sources.Key)).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var own = report.Results.Where(r => sources.Key(r) is not { } key || !members.Contains(key)).ToList();
        // Panels that hold each other: none would be left.
        return [.. (own.Count > 0 ? own : report.Results).Select(r => tests.Read(r, report)).OfType<TestResult>()];
    }

    private static string? Missing(DiagnosticReport report)
    {
        if (report.ConclusionAbsentReason is { } reason)
        {
            return AbsentReasons.Of(reason);
        }
        if (ReportText.Of(report.Conclusion) is not null || report.Results.Count + report.PresentedForms.Count + report.ConclusionCodes.Count > 0)
        {
            return null;
        }
        return report.Status switch
        {
            "registered" => "nog geen uitslag",
            "cancelled" => "geannuleerd",
            _ => "geen tekst in het EPD",
        };
    }
}
