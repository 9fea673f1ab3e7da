using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Finds what is coming among what the ladder gave.</summary>
internal sealed class PlannedReader(Uri baseAddress, int days, DateTimeOffset now)
{
    /// <summary>What was called off is not shown; what nobody confirmed, or whose state is not known, is, with that word.</summary>
    private static bool IsComing(CareAppointment appointment) =>
        appointment.State is AppointmentState.Booked or AppointmentState.Pending or AppointmentState.Arrived or AppointmentState.Unknown;

    /// <summary>The admissions of one patient that are to come.</summary>
    public IEnumerable<PlannedMoment> Admissions(PatientLine who, IEnumerable<Admission> stays, IEnumerable<Encounter> encounters)
    {
        var versions = encounters.Where(e => e.Id is not null).DistinctBy(e => e.Id).ToDictionary(e => e.Id!, e => e.VersionedReference, StringComparer.Ordinal);
        return stays.Where(stay => stay.State == AdmissionState.Planned && IsSoon(stay.Start)).Select(stay => new PlannedMoment(who, stay.Start!, "Opname")
        {
            IsAdmission = true,
            Place = stay.Ward,
            Phone = stay.WardPhone,
            With = stay.Doctor,
            Reason = stay.Reason,
            IsNotUnderstood = stay.IsNotUnderstood,
            Sources = [.. stay.EncounterIds.Select(versions.GetValueOrDefault).OfType<string>()],
        });
    }

    /// <summary>The appointments of one patient that are to come.</summary>
    public IEnumerable<PlannedMoment> Appointments(PatientLine who, IEnumerable<Appointment> appointments, IReadOnlyList<Location> places) =>
        new AppointmentReader(baseAddress, days).Read(appointments, places, now).Soon
            .Where(one => IsComing(one) && (one.Start ?? one.End) is not null)
            .Select(one => new PlannedMoment(who, (one.Start ?? one.End)!, one.What)
            {
                State = one.State,
                Place = one.Place,
                Phone = one.PlacePhone,
                With = one.With,
                Reason = one.Reason,
                IsNotUnderstood = one.IsNotUnderstood,
                Sources = [one.Source],
            });

    /// <summary>From today on: the hour of an admission is a plan.</summary>
    private bool IsSoon(WrittenDate? start) =>
        start is not null && Day(start.Latest) >= Day(now) && start.Earliest <= now.AddDays(days);

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Periods.Zone).DateTime);
}
