using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Makes admissions of Encounters: sub-encounters under their root, the newest ward, the doctor in charge.</summary>
internal sealed class AdmissionReader(Uri baseAddress, IReadOnlyList<string> classes)
{
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
            State = AdmissionRules.Judge(root, now),
            Start = WrittenDate.Of(root.Period?.Start),
            End = WrittenDate.Of(root.Period?.End),
            IsNotUnderstood = stay.Any(e => e.NotUnderstood is not null),
        };
        if (told.IsNotUnderstood)
        {
            return told;
        }
        var (ward, phone) = Place(newest, places, now);
        return told with
        {
            Reason = FirstShown(root) ?? newest.Select(FirstShown).FirstOrDefault(r => r is not null),
            Ward = ward,
            WardPhone = phone,
            Doctor = newest.Prepend(root).Select(Doctor).FirstOrDefault(d => d is not null),
            From = root.AdmitSource?.Show,
            To = root.DischargeDisposition?.Show,
        };
    }

    private static DateTimeOffset Started(Encounter encounter) => encounter.Period?.Start?.EarliestInstant(Periods.Zone) ?? DateTimeOffset.MinValue;

    private static string? FirstShown(Encounter encounter) => encounter.ReasonCodes.Select(c => c.Show).FirstOrDefault(s => s is not null);

    private static string? Doctor(Encounter encounter) => encounter.Participants
        .Where(p => p.Individual?.Display is not null)
        .OrderBy(p => Rank(p.Types))
        .Where(p => Rank(p.Types) < 3)
        .Select(p => p.Individual!.Display)
        .FirstOrDefault();

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
