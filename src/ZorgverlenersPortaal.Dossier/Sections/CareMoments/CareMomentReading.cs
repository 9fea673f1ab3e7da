namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>The care moments that are being read; each can be had only through its own record (R2).</summary>
public sealed class CareMomentReading
{
    internal CareMomentReading()
    {
    }

    /// <summary>Appointments.</summary>
    public required PendingSection<AppointmentBook> Appointments { get; init; }

    /// <summary>Operations and other procedures.</summary>
    public required PendingSection<OperationList> Operations { get; init; }

    /// <summary>Referrals, newest first.</summary>
    public required PendingSection<IReadOnlyList<Referral>> Referrals { get; init; }
}
