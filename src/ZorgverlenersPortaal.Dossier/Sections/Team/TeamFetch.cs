using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Team;

/// <summary>
/// One reading of who treats the patient: care teams, contact persons and admissions side by side, then the names. What fails
/// is named, and the rest is shown as incomplete (R7).
/// </summary>
internal sealed class TeamFetch(PatientGrant grant, EpdOptions options, DateTimeOffset now, CancellationToken caller)
{
    private readonly Dictionary<string, EpdFailure> _failures = new(StringComparer.Ordinal);
    private bool _lacksNames;

    private bool MaySeeAdmissions => grant.Categories.Contains(DossierCategory.Admission);

    /// <summary>Throws <see cref="EpdException"/> when neither care teams nor contact persons can be had.</summary>
    public async Task<EpdAnswer> AskAsync(IEpd epd, CancellationToken cancellation)
    {
        var teams = TryAsync(epd, EpdQuery.Search("CareTeam", ("patient", grant.PatientId)), cancellation);
        var persons = TryAsync(epd, EpdQuery.Search("RelatedPerson", ("patient", grant.PatientId)), cancellation);
        // As the section of admissions asks: while both are under way it is one question.
        var stays = MaySeeAdmissions
            ? TryAsync(epd, EpdQuery.Search("Encounter", ("patient", grant.PatientId), ("class", string.Join(',', options.Classes))), cancellation)
            : Task.FromResult<EpdAnswer?>(null);
        var all = new[] { await teams, await persons, await stays }.OfType<EpdAnswer>().ToList();
        if (_failures.ContainsKey("CareTeam") && _failures.TryGetValue("RelatedPerson", out var failure))
        {
            throw new EpdException(failure, "The EPD gave neither care teams nor contact persons.");
        }
        var answer = all.Aggregate((sum, next) => sum.And(next));
        var directory = new DirectoryFetch(epd, grant, options.Base, now);
        answer = await directory.CompleteAsync(answer, _ => Pointers(answer), cancellation);
        _lacksNames = directory.IsIncomplete;
        return answer with { Warnings = answer.Warnings + _failures.Count + (_lacksNames ? 1 : 0) };
    }

    public TeamOverview Show(EpdAnswer answer)
    {
        var reader = new TeamReader(new(answer.Resources, options.Base, now), options.Base, now, _lacksNames);
        return new()
        {
            Members = reader.Read(grant.Patient, TeamReader.OfNow(answer.Of<Encounter>(), now), answer.Of<CareTeam>()),
            Contacts = ContactReader.Read(answer.Of<RelatedPerson>(), now),
            TeamsFailure = Failure("CareTeam"),
            ContactsFailure = Failure("RelatedPerson"),
            AdmissionFailure = Failure("Encounter"),
            IsWithoutAdmission = !MaySeeAdmissions,
            LacksNames = _lacksNames,
        };
    }

    private EpdFailure? Failure(string type) => _failures.TryGetValue(type, out var failure) ? failure : null;

    private IEnumerable<(FhirReference? Reference, Resource Owner)> Pointers(EpdAnswer answer) =>
    [
        .. grant.Patient.GeneralPractitioners.Select(r => ((FhirReference?)r, (Resource)grant.Patient)),
        .. TeamReader.OfNow(answer.Of<Encounter>(), now).Where(e => e.NotUnderstood is null)
            .SelectMany(e => e.Participants.Where(p => !TeamRoles.IsInsurer(p.Types)).Select(p => (p.Individual, (Resource)e))),
        .. answer.Of<CareTeam>().Where(t => t is { IsEnteredInError: false, NotUnderstood: null })
            .SelectMany(t => t.Participants.SelectMany(p => new[] { (p.Member, (Resource)t), (p.OnBehalfOf, t) })),
    ];

    private async Task<EpdAnswer?> TryAsync(IEpd epd, EpdQuery query, CancellationToken cancellation)
    {
        EpdFailure failure;
        try
        {
            return await epd.SearchAsync(grant, query, cancellation);
        }
        catch (EpdException e)
        {
            failure = e.Failure;
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            failure = EpdFailure.TimedOut;
        }
        lock (_failures)
        {
            _failures[query.Type] = failure;
        }
        return null;
    }
}
