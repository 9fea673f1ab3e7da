namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>One appointment at the hospital.</summary>
public sealed record CareAppointment
{
    /// <summary>Where it stands in the EPD, as <c>Type/id/version</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What the EPD says of it; <see cref="AppointmentStates.Text"/> in Dutch.</summary>
    public required AppointmentState State { get; init; }

    /// <summary>The service, or else the kind of appointment, in the EPD's words.</summary>
    public required string What { get; init; }

    /// <summary>Specialty, where it says more than <see cref="What"/>.</summary>
    public string? Specialty { get; init; }

    /// <summary>As written; null while it is only asked for.</summary>
    public WrittenDate? Start { get; init; }

    /// <summary>As written.</summary>
    public WrittenDate? End { get; init; }

    /// <summary>Minutes it takes.</summary>
    public int? Minutes { get; init; }

    /// <summary>Doctors and others; those who declined are left out.</summary>
    public string? With { get; init; }

    /// <summary>Place.</summary>
    public string? Place { get; init; }

    /// <summary>Telephone of the place.</summary>
    public string? PlacePhone { get; init; }

    /// <summary>Why, in the EPD's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it was called off.</summary>
    public string? CancelReason { get; init; }

    /// <summary>What the patient was told to do.</summary>
    public string? Instruction { get; init; }

    /// <summary>Remark.</summary>
    public string? Comment { get; init; }

    /// <summary>Only that it is an appointment, and when, may be shown (R10).</summary>
    public bool IsNotUnderstood { get; init; }
}
