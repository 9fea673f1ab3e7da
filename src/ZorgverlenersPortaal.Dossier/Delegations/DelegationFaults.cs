namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>The words for each fault and the field beside which they stand. Dutch, for doctors and the office.</summary>
public static class DelegationFaults
{
    /// <summary>What is wrong and how to mend it.</summary>
    public static string Dutch(this DelegationFault fault, int maximumDays) => fault switch
    {
        DelegationFault.Receiver => "Vul een UZI-nummer van 9 cijfers in, of de AGB-code van een praktijk (8 cijfers).",
        DelegationFault.ReceiverUnknown => "Met dit nummer kan niemand waarnemen in het portaal. Kijk het nummer na, of bel ons.",
        DelegationFault.Self => "Je kunt niet voor jezelf waarnemen. Vul het nummer van een ander in.",
        DelegationFault.GiverUnknown => "Voor dit UZI-nummer kan niemand waarnemen. Het account bestaat niet, of mag nu niet inloggen.",
        DelegationFault.FirstDay => "Vul een datum in, bijvoorbeeld 01-12-2026.",
        DelegationFault.LastDay => "Vul een datum in, bijvoorbeeld 31-12-2026.",
        DelegationFault.InThePast => "Deze dag is voorbij. Kies vandaag of later.",
        DelegationFault.TooFarAhead => $"Kies een dag binnen {maximumDays} dagen vanaf vandaag.",
        DelegationFault.EndBeforeStart => "De laatste dag ligt voor de eerste dag.",
        DelegationFault.TooLong => $"Een waarneming duurt hoogstens {maximumDays} dagen. Kies een eerdere laatste dag.",
        DelegationFault.Overlap => "In deze dagen is er al een waarneming tussen deze twee. Trek die eerst in, of kies andere dagen.",
        DelegationFault.Shifts => "Schrijf één dienst per regel, bijvoorbeeld: ma-vr 17:00-08:00, of 25-12-2026 08:00-18:00.",
        DelegationFault.Note => $"Schrijf hoogstens {DelegationCheck.LongestNote} tekens.",
        DelegationFault.Practice => "Alleen de praktijkhouder kan de patiënten van de hele praktijk overdragen. Bel ons als dat niet klopt.",
    };

    /// <summary>The property of <see cref="DelegationForm"/> that it is about; null for the giver.</summary>
    public static string? Field(this DelegationFault fault) => fault switch
    {
        DelegationFault.Receiver or DelegationFault.ReceiverUnknown or DelegationFault.Self => nameof(DelegationForm.Receiver),
        DelegationFault.GiverUnknown => null,
        DelegationFault.FirstDay or DelegationFault.InThePast or DelegationFault.TooFarAhead or DelegationFault.Overlap => nameof(DelegationForm.FirstDay),
        DelegationFault.LastDay or DelegationFault.EndBeforeStart or DelegationFault.TooLong => nameof(DelegationForm.LastDay),
        DelegationFault.Shifts => nameof(DelegationForm.Shifts),
        DelegationFault.Note => nameof(DelegationForm.Note),
        DelegationFault.Practice => nameof(DelegationForm.CoversPractice),
    };
}
