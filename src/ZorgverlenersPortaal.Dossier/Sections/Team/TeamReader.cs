using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Team;

/// <summary>Makes the lines of who treats the patient. Everyone stands there once per place where the EPD names her.</summary>
internal sealed class TeamReader(CareDirectory directory, Uri baseAddress, DateTimeOffset now, bool lacksNames)
{
    /// <summary>Lines for the general practitioners of the Patient, the participants of the encounters, the members of the teams.</summary>
    public IReadOnlyList<TeamMember> Read(Patient patient, IReadOnlyList<Encounter> encounters, IEnumerable<CareTeam> teams) =>
    [
        .. patient.GeneralPractitioners.Select(r => Member(TeamOrigin.GeneralPractitioner, r, patient) with { Role = "Huisarts" })
            .Concat(Participants(encounters))
            .Concat(teams.Where(t => !t.IsEnteredInError).SelectMany(Members))
            .DistinctBy(m => (m.Origin, m.Who ?? m.Name ?? m.Source, m.Role, m.Team, m.IsFormer))
            .OrderBy(m => m.IsFormer).ThenBy(m => m.Origin),
    ];

    /// <summary>The present admissions with their parts; without one, the last that ended.</summary>
    public static IReadOnlyList<Encounter> OfNow(IEnumerable<Encounter> encounters, DateTimeOffset now)
    {
        var judged = encounters.Where(e => !e.IsEnteredInError).Select(e => (Encounter: e, State: AdmissionRules.Judge(e, now))).ToList();
        var present = judged.Where(j => j.State.IsAdmitted()).Select(j => j.Encounter).ToList();
        return present.Count > 0
            ? present
            : [.. judged.Where(j => j.State.IsDischarged()).OrderByDescending(j => j.Encounter.Period?.End?.LatestInstant(Periods.Zone) ?? DateTimeOffset.MinValue).Take(1).Select(j => j.Encounter)];
    }

    private IEnumerable<TeamMember> Participants(IReadOnlyList<Encounter> encounters) => encounters.SelectMany(encounter =>
    {
        var isOver = !AdmissionRules.Judge(encounter, now).IsAdmitted();
        return encounter.NotUnderstood is not null
            ? [Closed(TeamOrigin.Admission, encounter, WrittenDate.Of(encounter.Period?.Start))]
            : encounter.Participants.Where(p => p.Individual is not null && !TeamRoles.IsInsurer(p.Types) && IsCarer(p.Individual, encounter))
                .OrderBy(p => TeamRoles.Rank(p.Types))
                .Select(p => Member(TeamOrigin.Admission, p.Individual!, encounter) with
                {
                    Role = TeamRoles.Text(p.Types),
                    Start = WrittenDate.Of(p.Period?.Start),
                    End = WrittenDate.Of(p.Period?.End),
                    IsFormer = isOver || !Periods.Covers(p.Period, now),
                });
    });

    private IEnumerable<TeamMember> Members(CareTeam team)
    {
        if (team.NotUnderstood is not null)
        {
            return [Closed(TeamOrigin.CareTeam, team, WrittenDate.Of(team.Period?.Start))];
        }
        // A status that is not of FHIR's is no reason to call the team over.
        var isOver = team.Status is "inactive" or "suspended" or "proposed" || !Periods.Covers(team.Period, now);
        return team.Participants.Where(p => p.Member is not null && IsCarer(p.Member, team)).Select(p =>
        {
            var member = Member(TeamOrigin.CareTeam, p.Member!, team);
            var role = Words.Of(p.Roles) ?? member.Role;
            return member with
            {
                Role = role,
                Specialty = member.Specialty == role ? null : member.Specialty,
                Organization = member.Organization ?? directory.Find(p.OnBehalfOf, team).Full,
                Team = Words.Of(team.Name) ?? Words.Of(team.Categories),
                Start = WrittenDate.Of((p.Period ?? team.Period)?.Start),
                End = WrittenDate.Of((p.Period ?? team.Period)?.End),
                IsFormer = isOver || !Periods.Covers(p.Period, now),
            };
        });
    }

    private TeamMember Member(TeamOrigin origin, FhirReference reference, Resource owner)
    {
        var entry = directory.Find(reference, owner);
        return new()
        {
            Origin = origin,
            Name = entry.Name ?? entry.Organization,
            Missing = entry.Full is not null ? null : lacksNames ? "naam nu niet op te halen" : "naam niet vastgelegd in het EPD",
            Role = entry.Role,
            Specialty = entry.Specialty == entry.Role ? null : entry.Specialty,
            Organization = entry.Name is null ? null : entry.Organization,
            Phone = entry.Phone,
            Source = owner.VersionedReference,
            Who = ReferenceResolver.Resolve(reference, baseAddress).Reference,
        };
    }

    /// <summary>Not the patient herself, nor those of her own, who stand among the contact persons. A type nobody wrote is taken for a carer.</summary>
    private bool IsCarer(FhirReference reference, Resource owner) =>
        (ReferenceResolver.Resolve(reference, baseAddress) is { Kind: ReferenceKind.Contained, Id: { } id }
            ? owner.FindContained(id)?.ResourceType
            : ReferenceResolver.Resolve(reference, baseAddress).Type ?? reference.Type) is not ("Patient" or "RelatedPerson");

    private static TeamMember Closed(TeamOrigin origin, Resource resource, WrittenDate? start) => new()
    {
        Origin = origin,
        Source = resource.VersionedReference,
        Missing = "kan niet veilig worden weergegeven",
        Start = start,
        IsNotUnderstood = true,
    };
}
