using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Makes admissions of Encounters: sub-encounters under their root, the newest ward, the doctor in charge.</summary>
internal sealed class AdmissionReader(Uri baseAddress, IReadOnlyList<string> classes, CareMomentOptions texts)
{
    private const string Snomed = "http://snomed.info/sct";
    private const string DiedInHospital = "183676005";

    /// <summary>The admissions of one patient, newest first; what counts for nothing (cancelled, in error) is left out.</summary>
    public IReadOnlyList<Admission> Read(IEnumerable<Encounter> encounters, IEnumerable<Location> locations, DateTimeOffset now)
    {
        var places = locations.Where(l => l.Id is not null).DistinctBy(l => l.Id).ToDictionary(l => l.Id!, StringComparer.Ordinal);
        var admissions = encounters.Where(e => IsAdmission(e) && !e.IsEnteredInError).ToList();
        var byId = admissions.Where(e => e.Id is not null).DistinctBy(e => e.Id).ToDictionary(e => e.Id!, StringComparer.Ordinal);
        return [.. admissions
            .GroupBy(e => Root(e, byId), StringComparer.Ordinal)
            .Select(stay => Of(stay.Key, [.. stay], places, now))
            .Where(a => a.State != AdmissionState.None)
            .OrderByDescending(a => a.Start?.Earliest ?? DateTimeOffset.MinValue)];
    }

    private bool IsAdmission(Encounter encounter) => encounter.Class?.Code is { } code && classes.Contains(code, StringComparer.Ordinal);

    /// <summary>Epic writes several encounters a stay, each partOf one (fhir.md §1.4).</summary>
    private string Root(Encounter encounter, Dictionary<string, Encounter> byId)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var id = encounter.Id ?? "";
        while (seen.Add(id) && ParentId(encounter) is { } parent)
        {
            id = parent;
            if (!byId.TryGetValue(parent, out var next))
            {
                break;
            }
            encounter = next;
        }
        return id;
    }

    private string? ParentId(Encounter encounter) =>
        encounter.PartOf is { } reference && ReferenceResolver.Resolve(reference, baseAddress) is { Kind: ReferenceKind.Resource, Type: "Encounter" } parent
            ? parent.Id
            : null;

    private Admission Of(string rootId, IReadOnlyList<Encounter> stay, Dictionary<string, Location> places, DateTimeOffset now)
    {
        var newest = stay.OrderByDescending(Started).ToList();
        // Without the root its parts must tell: a short part that has ended says nothing of the one she still lies in.
        var root = stay.FirstOrDefault(e => e.Id == rootId)
            ?? newest.Find(e => AdmissionRules.Judge(e, now).IsAdmitted()) ?? newest.Find(e => AdmissionRules.Judge(e, now).IsDischarged()) ?? newest[0];
        var told = new Admission
        {
            Id = rootId,
            State = AdmissionRules.Judge(root, now),
            Start = WrittenDate.Of(root.Period?.Start),
            End = WrittenDate.Of(root.Period?.End),
            EncounterIds = [.. stay.Select(e => e.Id).OfType<string>().Append(rootId).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)],
            IsNotUnderstood = stay.Any(e => e.NotUnderstood is not null),
        };
        if (told.IsNotUnderstood)
        {
            return told;
        }
        var (ward, phone) = Place(newest, places, now);
        var people = newest.Prepend(root).SelectMany(e => e.Participants.Select(p => (Participant: p, Name: Words.Name(p.Individual, e)))).ToList();
        var doctor = people.Where(p => p.Name is not null && Rank(p.Participant.Types) < 3).OrderBy(p => Rank(p.Participant.Types)).Select(p => p.Name).FirstOrDefault();
        return told with
        {
            Reason = First(e => e.ReasonCodes.Select(Words.Of).FirstOrDefault(r => r is not null)),
            Ward = ward,
            WardPhone = phone,
            Doctor = doctor,
            Involved = Involved(people, doctor),
            Referrer = Words.Join(people.Where(p => Has(p.Participant, "REF")).Select(p => p.Name)),
            Type = First(e => Words.Join(e.Types.Select(Words.Of))),
            Specialty = First(e => Words.Of(e.ServiceType)),
            From = First(e => Place(e.AdmitSource)),
            To = First(e => Place(e.DischargeDisposition)),
            EndedInDeath = newest.Exists(e => e.DischargeDisposition?.Has(Snomed, DiedInHospital) == true),
        };

        // The root speaks first; where it is silent, its newest part may know.
        string? First(Func<Encounter, string?> ask) => newest.Prepend(root).Select(ask).FirstOrDefault(text => text is not null);
    }

    private static DateTimeOffset Started(Encounter encounter) => encounter.Period?.Start?.EarliestInstant(Periods.Zone) ?? DateTimeOffset.MinValue;

    /// <summary>By the Dutch texts of the settings; else in the EPD's words.</summary>
    private string? Place(CodeableConcept? place) =>
        place?.Codings.Where(c => c.System == Snomed).Select(c => texts.PlaceText(c.Code)).FirstOrDefault(t => t is not null) ?? Words.Of(place);

    /// <summary>Referrers stand apart; a role that says "insurer" (COV) is none of care.</summary>
    private static IReadOnlyList<string> Involved(IEnumerable<(EncounterParticipant Participant, string? Name)> people, string? doctor) =>
        [.. people.Where(p => !Has(p.Participant, "REF") && !Has(p.Participant, "COV")).Select(p => p.Name).OfType<string>().Where(n => n != doctor).Distinct(StringComparer.Ordinal)];

    private static bool Has(EncounterParticipant participant, string role) => participant.Types.Any(t => t.Codings.Any(c => c.Code == role));

    /// <summary>RESP is the doctor in charge, ATND treats, CON advises; an insurer or referrer is neither.</summary>
    private static int Rank(IReadOnlyList<CodeableConcept> types) =>
        types.SelectMany(t => t.Codings).Select(c => c.Code switch { "RESP" => 0, "ATND" => 1, "CON" => 2, _ => 9 }).DefaultIfEmpty(9).Min();

    private (string? Ward, string? Phone) Place(IEnumerable<Encounter> newest, Dictionary<string, Location> places, DateTimeOffset now)
    {
        var stops = newest
            .SelectMany(e => e.Locations)
            .Where(l => l.Status is not ("planned" or "reserved") && !Periods.StartsAfter(l.Period, now))
            .OrderByDescending(l => l.Status == "active")
            .ThenByDescending(l => l.Period?.Start?.EarliestInstant(Periods.Zone) ?? DateTimeOffset.MinValue);
        foreach (var stop in stops)
        {
            var resolved = stop.Location is { } reference ? ReferenceResolver.Resolve(reference, baseAddress) : null;
            var place = resolved?.Id is { } id ? places.GetValueOrDefault(id) : null;
            if ((place?.Name ?? stop.Location?.Display) is { } name)
            {
                return (name, place?.Telecom.FirstOrDefault(t => t.System == "phone")?.Value);
            }
        }
        return (null, null);
    }
}
