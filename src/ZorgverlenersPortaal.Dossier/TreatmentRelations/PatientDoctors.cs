using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.TreatmentRelations;

/// <summary>Who treats a patient, as the EPD says it now: general practitioners, and where asked care teams and institution.</summary>
internal sealed class PatientDoctors(IEpd epd, EpdOptions options, TimeProvider clock)
{
    /// <summary>Members of teams that are looked up; a team of more is not whole, and then proves only these.</summary>
    private const int MostMembers = 40;

    private readonly DoctorCodes _codes = new(epd, options, clock);

    /// <summary>Every fact; one that could not be had is a failure beside the others.</summary>
    public async Task<RelationFacts> FindAsync(EpdGrant grant, Patient patient, RelationQuestion question, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(
            GeneralPractitionersAsync(grant, patient, question, cancellation),
            CareTeamsAsync(grant, patient, question, cancellation),
            ResidenceAsync(grant, patient, question, cancellation));
        return RelationFacts.Of(found);
    }

    private async Task<RelationFacts> GeneralPractitionersAsync(EpdGrant grant, Patient patient, RelationQuestion question, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(patient.GeneralPractitioners.Select(r => _codes.ResolveAsync(grant, r, patient, question, cancellation)));
        var count = new AuditFact(
            FactNames.References, patient.GeneralPractitioners.Count.ToString(CultureInfo.InvariantCulture), "EPD", clock.GetUtcNow());
        return RelationFacts.Of([.. found, new([count], null)]);
    }

    private async Task<RelationFacts> CareTeamsAsync(EpdGrant grant, Patient patient, RelationQuestion question, CancellationToken cancellation)
    {
        if (!question.CareTeams)
        {
            return new([], null);
        }
        try
        {
            var answer = await epd.SearchAsync(grant, EpdQuery.Search("CareTeam", ("patient", patient.Id!), ("status", "active")), cancellation);
            var now = clock.GetUtcNow();
            var members = answer.Of<CareTeam>()
                .Where(team => team is { Status: "active", NotUnderstood: null } && Periods.Covers(team.Period, now))
                .SelectMany(team => team.Participants.Where(p => p.Member is not null && Periods.Covers(p.Period, now)).Select(p => (Team: team, Member: p.Member!)))
                .Take(MostMembers);
            var found = await Task.WhenAll(members.Select(async m => (m.Team, Codes: await _codes.ResolveAsync(grant, m.Member, m.Team, new(), cancellation))));
            return RelationFacts.Of(found.Select(one => one.Codes with
            {
                Facts = [.. one.Codes.Facts.Select(fact => fact with { Name = FactNames.CareTeam, Source = one.Team.VersionedReference })],
            }));
        }
        catch (EpdException e)
        {
            return new([], e.Failure);
        }
    }

    /// <summary>The organization on whose behalf somebody is the patient's contact now: the home she lives in (docs/adr/0030).</summary>
    private async Task<RelationFacts> ResidenceAsync(EpdGrant grant, Patient patient, RelationQuestion question, CancellationToken cancellation)
    {
        if (!question.Residence)
        {
            return new([], null);
        }
        var now = clock.GetUtcNow();
        var homes = patient.Contacts.Where(c => c.Organization is not null && Periods.Covers(c.Period, now)).Select(c => c.Organization!);
        var found = await Task.WhenAll(homes.Select(home => _codes.ResolveAsync(grant, home, patient, new() { Practices = true }, cancellation)));
        return RelationFacts.Of(found.Select(one => one with
        {
            Facts = [.. one.Facts.Where(fact => fact.Name == FactNames.GeneralPractice).Select(fact => fact with { Name = FactNames.Residence })],
        }));
    }
}
