namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>The states of an appointment, in FHIR and in Dutch.</summary>
public static class AppointmentStates
{
    /// <summary>Dutch, as a label.</summary>
    public static string Text(this AppointmentState state) => state switch
    {
        AppointmentState.Unknown => "Status onbekend",
        AppointmentState.Proposed => "Voorgesteld",
        AppointmentState.Pending => "Nog niet bevestigd",
        AppointmentState.Booked => "Gepland",
        AppointmentState.Waitlist => "Op de wachtlijst",
        AppointmentState.Arrived => "Aangemeld",
        AppointmentState.Fulfilled => "Geweest",
        AppointmentState.Cancelled => "Afgezegd",
        AppointmentState.NoShow => "Niet verschenen",
    };

    /// <summary>Does not or did not take place.</summary>
    public static bool IsOff(this AppointmentState state) => state is AppointmentState.Cancelled or AppointmentState.NoShow;

    internal static AppointmentState Of(string? status) => status switch
    {
        "proposed" => AppointmentState.Proposed,
        "pending" => AppointmentState.Pending,
        "booked" => AppointmentState.Booked,
        "waitlist" => AppointmentState.Waitlist,
        "arrived" or "checked-in" => AppointmentState.Arrived,
        "fulfilled" => AppointmentState.Fulfilled,
        "cancelled" => AppointmentState.Cancelled,
        "noshow" => AppointmentState.NoShow,
        _ => AppointmentState.Unknown,
    };
}
