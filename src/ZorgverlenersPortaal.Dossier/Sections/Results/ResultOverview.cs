using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>All results of one patient by specialty; groups without any are left out.</summary>
public sealed record ResultOverview
{
    /// <summary>The groups, in the order of <see cref="ResultGroup"/>.</summary>
    public required IReadOnlyList<ResultSpecialty> Specialties { get; init; }

    /// <summary>Older ones are not shown: <c>Results:MaximumShown</c> was reached, or the EPD's list was cut.</summary>
    public bool IsCut { get; init; }

    /// <summary>The oldest day that was asked for; null when all were.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>How many were left out because they are about someone or something else (a donor, a child; fhir.md §4.7).</summary>
    public int AboutOthers { get; init; }

    /// <summary>Why single results are not here; reports then are.</summary>
    public EpdFailure? TestsFailure { get; init; }

    /// <summary>Why reports are not here; single results then are.</summary>
    public EpdFailure? ReportsFailure { get; init; }

    /// <summary>Investigations that were asked for and have no result, newest first.</summary>
    public IReadOnlyList<OpenRequest> OpenRequests { get; init; } = [];

    /// <summary>Why open requests are not here: then nobody may say that there are none.</summary>
    public EpdFailure? RequestsFailure { get; init; }

    /// <summary>Requests may not be seen by this doctor: who asked for a result and what is still open is then not known.</summary>
    public bool IsWithoutRequests { get; init; }

    /// <summary>Whom to call about a group, by the hospital's settings.</summary>
    public IReadOnlyDictionary<ResultGroup, ResultContact> Contacts { get; init; } = new Dictionary<ResultGroup, ResultContact>();

    /// <summary>Only this group, with the requests that are open in it.</summary>
    internal ResultOverview Of(ResultGroup group) => this with
    {
        Specialties = [.. Specialties.Where(specialty => specialty.Group == group)],
        OpenRequests = [.. OpenRequests.Where(request => request.Group == group)],
    };

    /// <summary>What is shown, as the results name it: with or without version.</summary>
    internal IEnumerable<string> Sources =>
        Specialties.SelectMany(specialty => specialty.Results.SelectMany(Of)
            .Concat(specialty.Reports.SelectMany(report => report.Results.SelectMany(Of).Prepend(report.Source))))
            .Concat(OpenRequests.Select(request => request.Source));

    private static IEnumerable<string> Of(TestResult result) => result.Members.SelectMany(Of)
        .Concat(result.Earlier.Select(point => point.Source))
        .Concat(result.Growth?.Susceptibilities.Select(one => one.Source) ?? [])
        .Prepend(result.Source);

    /// <summary>Who asked for it, where the EPD gives a number; else the hospital's contact for the group; null when there is neither.</summary>
    public ResultContact? WhomToCall(ResultGroup group, ResultOrder? order) => order?.By is { Phone: not null } by ? by : Contacts.GetValueOrDefault(group);
}
