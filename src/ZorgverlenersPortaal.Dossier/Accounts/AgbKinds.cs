namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Tells the kind of an AGB code.</summary>
public static class AgbKinds
{
    /// <summary>The kind by the first two digits.</summary>
    public static AgbKind Kind(this AgbCode agb)
    {
        ArgumentNullException.ThrowIfNull(agb);
        return agb.Value[..2] switch
        {
            "01" or "03" or "84" or "99" => AgbKind.Doctor,
            "02" or "04" or "05" or "07" or "08" or "11" or "12" or "13" or "14" or "20" or "24" or "26" or "57" or "91" or "94" => AgbKind.OtherProfession,
            "06" or "17" or "18" or "21" or "22" or "30" or "33" or "36" or "37" or "41" or "45" or "46" or "47" or "48" or "50" or "53" or "75" => AgbKind.Organisation,
            _ => AgbKind.Unknown,
        };
    }
}
