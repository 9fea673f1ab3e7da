using System.Globalization;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>
/// One reading of a patient's results: single results and reports side by side. When the EPD gives only one of the two, that
/// one is shown and the section says what is not there (R7).
/// </summary>
internal sealed class ResultFetch(PatientGrant grant, ResultsOptions options, Uri baseAddress, DateOnly today, CancellationToken caller)
{
    private readonly ResultGrouping _grouping = new(options);
    private ResultSelection? _selection;
    private EpdFailure? _testsFailure;
    private EpdFailure? _reportsFailure;
    private bool _isCut;

    private DateOnly? Since => options.Months == 0 ? null : today.AddMonths(-options.Months);

    /// <summary>Throws <see cref="EpdException"/> when neither can be had.</summary>
    public async Task<EpdAnswer> AskAsync(IEpd epd, CancellationToken cancellation)
    {
        var tests = TryAsync(epd, Tests(), cancellation);
        var reports = TryAsync(epd, Reports(), cancellation);
        var (testsAnswer, testsFailure) = await tests;
        var (reportsAnswer, reportsFailure) = await reports;
        (_testsFailure, _reportsFailure) = (testsFailure, reportsFailure);
        if ((testsAnswer, reportsAnswer) is (null, null))
        {
            throw new EpdException(testsFailure!.Value, "The EPD gave neither results nor reports.");
        }
        var answer = testsAnswer is null ? reportsAnswer! : reportsAnswer is null ? testsAnswer : testsAnswer.And(reportsAnswer);
        // A warning, so that the section is incomplete where one of the two is missing.
        answer = answer with { Warnings = answer.Warnings + (testsAnswer is null || reportsAnswer is null ? 1 : 0) };
        _selection = new(answer, _grouping, new(options.MaximumShown, Since), baseAddress);
        _isCut = answer.IsCut || _selection.IsCut;
        return answer with { Resources = _selection.Resources, IsCut = _isCut };
    }

    public ResultOverview Show(EpdAnswer answer) => new()
    {
        Specialties = new ResultReader(_grouping, baseAddress).Read(answer.Resources),
        IsCut = _isCut,
        Since = Since,
        AboutOthers = _selection!.AboutOthers,
        TestsFailure = _testsFailure,
        ReportsFailure = _reportsFailure,
    };

    private async Task<(EpdAnswer? Answer, EpdFailure? Failure)> TryAsync(IEpd epd, EpdQuery query, CancellationToken cancellation)
    {
        try
        {
            return (await epd.SearchAsync(grant, query, cancellation), null);
        }
        catch (EpdException e)
        {
            return (null, e.Failure);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return (null, EpdFailure.TimedOut);
        }
    }

    private EpdQuery Tests() => Query(
        "Observation",
        _grouping.Asked is { } asked ? [("category", string.Join(',', asked))] : [],
        "Observation:has-member", "Observation:specimen", "Observation:performer");

    /// <summary>Without a category: nl-core-TextResult has its kind in code (fhir.md §1.1).</summary>
    private EpdQuery Reports() => Query(
        "DiagnosticReport", [], "DiagnosticReport:result", "DiagnosticReport:specimen", "DiagnosticReport:performer", "DiagnosticReport:results-interpreter");

    private EpdQuery Query(string type, (string Name, string Value)[] category, params string[] includes)
    {
        (string Name, string Value)[] since = Since is { } day ? [("date", "ge" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))] : [];
        (string Name, string Value)[] sort = options.NewestFirst ? [("_sort", "-date")] : [];
        // A request is of another category; only its type, for another type among them would count as a stranger's.
        string[] requests = grant.Categories.Contains(DossierCategory.CareMoments) ? [$"{type}:based-on:ServiceRequest"] : [];
        var along = options.Includes ? includes.Concat(requests).Select(i => ("_include", i)) : [];
        return EpdQuery.Search(type, [("patient", grant.PatientId), .. category, .. since, .. sort, .. along]);
    }
}
