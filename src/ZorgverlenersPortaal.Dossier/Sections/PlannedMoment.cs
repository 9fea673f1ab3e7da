using ZorgverlenersPortaal.Dossier.Sections.CareMoments;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>An admission or appointment that is coming.</summary>
/// <param name="Who">Of whom.</param>
/// <param name="Start">When, as written.</param>
/// <param name="What">In the EPD's words.</param>
public sealed record PlannedMoment(PatientLine Who, WrittenDate Start, string What)
{
    /// <summary>The first moment it may mean; lists are sorted by it.</summary>
    public DateTimeOffset Moment => Start.Earliest;

    /// <summary>She is to be admitted; else it is an appointment.</summary>
    public bool IsAdmission { get; init; }

    /// <summary>What the EPD says of the appointment.</summary>
    public AppointmentState State { get; init; } = AppointmentState.Booked;

    /// <summary>Ward or outpatient clinic.</summary>
    public string? Place { get; init; }

    /// <summary>Its telephone.</summary>
    public string? Phone { get; init; }

    /// <summary>Doctors and others.</summary>
    public string? With { get; init; }

    /// <summary>Why, in the EPD's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Only what kind it is, and when, may be shown (R10).</summary>
    public bool IsNotUnderstood { get; init; }

    /// <summary>The same for one moment on two lists; leaves the portal never.</summary>
    public string Source => Sources.Count > 0 ? Sources[0] : "";

    /// <summary>Where it stands in the EPD, as <c>Type/id/version</c>.</summary>
    internal IReadOnlyList<string> Sources { get; init; } = [];
}
