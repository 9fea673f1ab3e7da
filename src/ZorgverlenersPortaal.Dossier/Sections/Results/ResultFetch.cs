using System.Globalization;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Team;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>
/// One reading of a patient's results: single results, reports and open requests side by side, then who asked for them. When
/// the EPD gives only one of results and reports, that one is shown and the section says what is not there (R7).
/// </summary>
internal sealed class ResultFetch(PatientGrant grant, SectionOptions sections, Uri baseAddress, DateTimeOffset now, CancellationToken caller)
{
    private readonly ResultsOptions _options = sections.Results;
    private readonly ResultGrouping _grouping = new(sections.Results);
    private readonly OpenRequestReader _open = new(new(sections.Results), sections.CareMoments, baseAddress);
    private readonly RequestFetch _requests = new(grant, baseAddress);
    private IReadOnlyList<ServiceRequest> _unanswered = [];
    private EpdFailure? _requestsFailure;
    private bool _isWhole;
    private ResultSelection? _selection;
    private EpdFailure? _testsFailure;
    private EpdFailure? _reportsFailure;
    private bool _isCut;

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Periods.Zone).DateTime);

    private DateOnly? Since => Days is { } days ? Today.AddDays(-days) : _options.Months == 0 ? null : Today.AddMonths(-_options.Months);

    /// <summary>Only of so many days; null: as the hospital set (<c>Results:Months</c>).</summary>
    public int? Days { get; init; }

    /// <summary>Single results only, with nothing beside them: one question.</summary>
    public async Task<EpdAnswer> AskTestsAsync(IEpd epd, CancellationToken cancellation)
    {
        var answer = await epd.SearchAsync(grant, Tests(), cancellation);
        _selection = new(answer, _grouping, new(_options.MaximumShown, Since), baseAddress);
        _isCut = answer.IsCut || _selection.IsCut;
        return answer with { Resources = _selection.Resources, IsCut = _isCut };
    }

    /// <summary>Throws <see cref="EpdException"/> when neither can be had.</summary>
    public async Task<EpdAnswer> AskAsync(IEpd epd, CancellationToken cancellation)
    {
        var tests = TryAsync(epd, Tests(), cancellation);
        var reports = TryAsync(epd, Reports(), cancellation);
        var open = _requests.IsAllowed ? TryAsync(epd, _requests.Open, cancellation) : null;
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
        _isWhole = !answer.IsIncomplete;
        _selection = new(answer, _grouping, new(_options.MaximumShown, Since), baseAddress);
        _isCut = answer.IsCut || _selection.IsCut;
        var shown = answer with { Resources = _selection.Resources, IsCut = _isCut };
        if (open is not null)
        {
            shown = WithOpen(shown, await open, OpenRequestReader.Answered(answer.Resources, baseAddress));
        }
        shown = await _requests.CompleteAsync(epd, shown, cancellation);
        return await new DirectoryFetch(epd, grant, baseAddress, now).CompleteAsync(shown, all => all.SelectMany(Pointers), cancellation);
    }

    public ResultOverview Show(EpdAnswer answer) => new()
    {
        Specialties = new ResultReader(_grouping, baseAddress, now) { PatientViewUrl = _options.PatientViewUrl }.Read(answer.Resources),
        IsCut = _isCut,
        Since = Since,
        AboutOthers = _selection!.AboutOthers,
        TestsFailure = _testsFailure,
        ReportsFailure = _reportsFailure,
        OpenRequests = _open.Read(_unanswered, new(answer.Resources, baseAddress, now), Since, _isWhole),
        RequestsFailure = _requestsFailure,
        IsWithoutRequests = !_requests.IsAllowed,
        Contacts = Enum.GetValues<ResultGroup>().Select(g => (Group: g, Contact: _options.ContactOf(g))).Where(c => c.Contact is not null).ToDictionary(c => c.Group, c => c.Contact!),
    };

    private EpdAnswer WithOpen(EpdAnswer shown, (EpdAnswer? Answer, EpdFailure? Failure) open, IReadOnlySet<string> answered)
    {
        _requestsFailure = open.Failure;
        if (open.Answer is not { } requests)
        {
            return shown;
        }
        _unanswered = _open.Among(requests.Of<ServiceRequest>(), answered);
        var named = OpenRequestReader.Answered(shown.Resources, baseAddress);
        return RequestFetch.Joined(shown, requests with { Resources = [.. requests.Of<ServiceRequest>().Where(r => _unanswered.Contains(r) || named.Contains(r.Reference))] });
    }

    private static IEnumerable<(FhirReference? Reference, Resource Owner)> Pointers(Resource resource) => (resource switch
    {
        { NotUnderstood: not null } => [],
        Observation observation => observation.Performers,
        DiagnosticReport report => [.. report.Performers, .. report.ResultsInterpreters],
        ServiceRequest { Requester: { } requester } => [requester],
        _ => (IReadOnlyList<FhirReference>)[],
    }).Select(r => ((FhirReference?)r, resource));

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
        Days is null ? ["Observation:has-member", "Observation:specimen", "Observation:performer"] : ["Observation:has-member"]);

    /// <summary>Without a category: nl-core-TextResult has its kind in code (fhir.md §1.1).</summary>
    private EpdQuery Reports() => Query(
        "DiagnosticReport", [], "DiagnosticReport:result", "DiagnosticReport:specimen", "DiagnosticReport:performer", "DiagnosticReport:results-interpreter");

    private EpdQuery Query(string type, (string Name, string Value)[] category, params string[] includes)
    {
        (string Name, string Value)[] since = Since is { } day ? [("date", "ge" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))] : [];
        (string Name, string Value)[] sort = _options.NewestFirst ? [("_sort", "-date")] : [];
        // A request is of another category; only its type, for another type among them would count as a stranger's.
        string[] requests = Days is null && grant.Categories.Contains(DossierCategory.CareMoments) ? [$"{type}:based-on:ServiceRequest"] : [];
        var along = _options.Includes ? includes.Concat(requests).Select(i => ("_include", i)) : [];
        return EpdQuery.Search(type, [("patient", grant.PatientId), .. category, .. since, .. sort, .. along]);
    }
}
