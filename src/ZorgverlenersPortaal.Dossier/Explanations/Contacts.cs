using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>A resource as a contact with the hospital: its kind and days. What is a mistake, did not happen, is not understood or has no whole date is none.</summary>
internal static class Contacts
{
    public static Explanation? Of(Resource resource) => resource is { IsEnteredInError: false, NotUnderstood: null } ? resource switch
    {
        Encounter { Status: not (null or "cancelled" or "unknown") } visit when Day(visit.Period?.Start) is { } start =>
            // One that is over and has no end is no stay of years.
            new(ExplanationKind.Encounter, visit.Reference, start, Day(visit.Period!.End) ?? (visit.Status is "finished" or "planned" ? start : null)),
        Appointment { Status: "booked" or "arrived" or "checked-in" or "fulfilled" or "pending" } appointment when Day(appointment.Start) is { } day =>
            new(ExplanationKind.Appointment, appointment.Reference, day, day),
        ServiceRequest { Status: "active" or "on-hold" or "completed", DoNotPerform: not true } request when Day(request.AuthoredOn) is { } day =>
            new(ExplanationKind.Referral, request.Reference, day, day),
        DocumentReference letter when Day(letter.Date) is { } day => new(ExplanationKind.Letter, letter.Reference, day, day),
        _ => null,
    }
    : null;

    private static DateOnly? Day(FhirDateTime? date) =>
        date is { Precision: FhirDatePrecision.Day or FhirDatePrecision.Time } ? LookFolder.DayOf(date.EarliestInstant(Periods.Zone)) : null;
}
