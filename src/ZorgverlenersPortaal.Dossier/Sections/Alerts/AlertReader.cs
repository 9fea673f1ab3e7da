using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Alerts;

/// <summary>Makes alerts of Flags. None is dropped but what was entered in error (R7, R10).</summary>
internal sealed class AlertReader(AlertOptions options, Uri baseAddress, DateTimeOffset now)
{
    private readonly CodeList _infection = options.Infection;
    private readonly CodeList _isolation = options.Isolation;

    /// <summary>Those that hold now first, among them infections and isolation, then the newest.</summary>
    /// <param name="flags">What the EPD gave.</param>
    /// <param name="conditions">The problems that flags without words of their own point at.</param>
    public IReadOnlyList<Alert> Read(IEnumerable<Flag> flags, IReadOnlyList<Condition> conditions) =>
    [
        .. flags.Where(f => !f.IsEnteredInError).Select(f => Of(f, conditions))
            .OrderByDescending(a => a.IsCurrent).ThenBy(a => a.State).ThenByDescending(a => a.Kind != AlertKind.Other)
            .ThenByDescending(a => a.Start?.Earliest ?? DateTimeOffset.MaxValue),
    ];

    /// <summary>nl-core leaves the words to the problem that is pointed at; then they must be asked for.</summary>
    public bool NeedsDetail(Flag flag) =>
        flag is { IsEnteredInError: false, NotUnderstood: null } && Own(flag) is null && DetailId(flag) is not null;

    private Alert Of(Flag flag, IReadOnlyList<Condition> conditions)
    {
        if (flag.NotUnderstood is not null)
        {
            // Its status is not understood either: it may hold (R10).
            return new()
            {
                Source = flag.VersionedReference,
                State = AlertState.Unknown,
                Name = "Signalering",
                Start = WrittenDate.Of(flag.Period?.Start),
                IsNotUnderstood = true,
            };
        }
        var detail = NeedsDetail(flag) ? Detail(flag, conditions) : null;
        return new()
        {
            Source = flag.VersionedReference,
            State = AlertStates.Of(flag, now),
            Name = Own(flag) ?? Name(detail) ?? Words.Name(flag.Detail, flag) ?? "Signalering zonder omschrijving in het EPD",
            Kind = KindOf(flag, detail),
            Category = Words.Of(flag.Categories),
            Comment = Words.Of(flag.Comment),
            Start = WrittenDate.Of(flag.Period?.Start),
            End = WrittenDate.Of(flag.Period?.End),
            Author = Words.Name(flag.Author, flag),
            DetailSource = Name(detail) is null ? null : detail!.VersionedReference,
        };
    }

    /// <summary>"Not applicable" in the place of a code says only that the problem tells it.</summary>
    private static string? Own(Flag flag) =>
        flag.Code is { Codings: { Count: > 0 } codings, Text: null } && codings.All(c => c.System == "http://terminology.hl7.org/CodeSystem/data-absent-reason")
            ? null
            : Words.Of(flag.Code) is { } name ? flag.Code!.FurtherSpecification is { } more ? $"{name}, {more}" : name : null;

    private AlertKind KindOf(Flag flag, Condition? detail)
    {
        CodeableConcept?[] concepts = [flag.Code, .. flag.Categories, detail?.Code];
        return _infection.HasAny(concepts) ? AlertKind.Infection : _isolation.HasAny(concepts) ? AlertKind.Isolation : AlertKind.Other;
    }

    private Condition? Detail(Flag flag, IReadOnlyList<Condition> conditions) =>
        DetailId(flag) is { } id ? conditions.FirstOrDefault(c => c.Id == id && c is { NotUnderstood: null, IsEnteredInError: false }) : null;

    private string? DetailId(Flag flag) =>
        flag.Detail is { } detail && ReferenceResolver.Resolve(detail, baseAddress) is { Kind: ReferenceKind.Resource, Type: "Condition", Id: { } id } ? id : null;

    /// <summary>A problem that she turned out not to have is no ground to call the alert by it without saying so.</summary>
    private static string? Name(Condition? condition) => condition is null ? null : ClinicalReader.Diagnoses([condition]) switch
    {
        [{ IsRefuted: true } refuted] => $"{refuted.Name} (bij de diagnoses als uitgesloten vermeld)",
        [var diagnosis] => diagnosis.Name,
        _ => null,
    };
}
