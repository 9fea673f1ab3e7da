using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>Makes appointments of Appointments.</summary>
internal sealed class AppointmentReader(Uri baseAddress, int soonDays)
{
    public AppointmentBook Read(IEnumerable<Appointment> appointments, IEnumerable<Location> locations, DateTimeOffset now)
    {
        var places = new PlaceNames(locations, baseAddress);
        var all = appointments.Where(a => !a.IsEnteredInError).Select(a => Of(a, places)).ToList();
        var dated = all.Where(a => a.Start is not null || a.End is not null).ToList();
        var ahead = dated.Where(a => Until(a) >= now).OrderBy(From).ToList();
        var until = now.AddDays(soonDays);
        // Without a moment only what took place, or never will, is over.
        var undated = all.Except(dated).ToLookup(a => a.State is AppointmentState.Fulfilled or AppointmentState.Arrived || a.State.IsOff());
        return new(
            [.. ahead.Where(a => From(a) <= until)],
            [.. ahead.Where(a => From(a) > until)],
            [.. undated[false]],
            [.. dated.Where(a => Until(a) < now).OrderByDescending(From), .. undated[true]]);
    }

    private static DateTimeOffset From(CareAppointment appointment) => (appointment.Start ?? appointment.End)!.Earliest;

    private static DateTimeOffset Until(CareAppointment appointment)
    {
        var end = appointment.End?.Latest ?? appointment.Start!.Latest;
        // An end before its start is a slip of the pen.
        return appointment.Start is { } start && start.Latest > end ? start.Latest : end;
    }

    private CareAppointment Of(Appointment appointment, PlaceNames places)
    {
        var bare = new CareAppointment
        {
            Source = appointment.VersionedReference,
            State = AppointmentState.Unknown,
            What = "Afspraak",
            Start = WrittenDate.Of(appointment.Start),
            End = WrittenDate.Of(appointment.End),
            IsNotUnderstood = appointment.NotUnderstood is not null,
        };
        if (bare.IsNotUnderstood)
        {
            return bare;
        }
        var specialty = Words.Join(appointment.Specialties.Select(Words.Of));
        var what = Words.Join(appointment.ServiceTypes.Select(Words.Of)) ?? specialty ?? Words.Of(appointment.AppointmentType) ?? Words.Of(appointment.Description);
        var rooms = appointment.Participants.Where(p => TypeOf(p, appointment) == "Location").Select(p => places.Find(p.Actor, appointment)).ToList();
        return bare with
        {
            State = AppointmentStates.Of(appointment.Status),
            What = what ?? "Afspraak",
            Specialty = specialty == what ? null : specialty,
            Minutes = appointment.MinutesDuration is > 0 and var minutes ? minutes : null,
            With = Words.Join(appointment.Participants.Where(p => IsCarer(p, appointment)).Select(p => Words.Name(p.Actor, appointment))),
            Place = Words.Join(rooms.Select(r => r.Name)),
            PlacePhone = rooms.Select(r => r.Phone).FirstOrDefault(p => p is not null),
            Reason = Words.Of(appointment.ReasonCodes) ?? (Words.Of(appointment.Description) is { } told && told != what ? told : null),
            CancelReason = Words.Of(appointment.CancelationReason),
            Instruction = Words.Of(appointment.PatientInstruction),
            Comment = Words.Of(appointment.Comment),
        };
    }

    private bool IsCarer(AppointmentParticipant participant, Appointment appointment) =>
        participant.Status != "declined" && TypeOf(participant, appointment) is not ("Patient" or "RelatedPerson" or "Location" or "Device");

    /// <summary>A type nobody wrote is taken for a person: someone too many is better than nobody.</summary>
    private string? TypeOf(AppointmentParticipant participant, Appointment appointment) => participant.Actor is not { } actor
        ? null
        : ReferenceResolver.Resolve(actor, baseAddress) switch
        {
            { Kind: ReferenceKind.Contained, Id: { } id } => appointment.FindContained(id)?.ResourceType,
            var resolved => resolved.Type ?? actor.Type,
        };
}
