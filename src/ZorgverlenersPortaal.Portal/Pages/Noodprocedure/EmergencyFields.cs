using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Portal.Pages.Noodprocedure;

/// <summary>The fields of the form.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Minimum">Characters that own words must have.</param>
/// <param name="AsksToCall">Beyond the number of a day: the second tick is asked.</param>
public sealed record EmergencyFields(EmergencyForm Form, int Minimum, bool AsksToCall = false)
{
    /// <summary>What was kept over a step-up.</summary>
    public static EmergencyForm Of(FormText draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new()
        {
            Bsn = draft["Form.Bsn"],
            Day = draft["Form.Day"],
            Month = draft["Form.Month"],
            Year = draft["Form.Year"],
            Surname = draft["Form.Surname"],
            Postcode = draft["Form.Postcode"],
            Reason = draft["Form.Reason"],
            Words = draft["Form.Words"],
            IsTreating = draft["Form.IsTreating"] == "true",
            HasCalled = draft["Form.HasCalled"] == "true",
        };
    }
}
