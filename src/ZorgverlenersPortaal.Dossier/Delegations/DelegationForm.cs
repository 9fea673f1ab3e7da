namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>A delegation as somebody typed it; nothing in it is checked.</summary>
public sealed class DelegationForm
{
    /// <summary>UZI number of the doctor who stands in, or AGB code of the practice.</summary>
    public string? Receiver { get; set; }

    /// <summary>First day, dd-mm-jjjj.</summary>
    public string? FirstDay { get; set; }

    /// <summary>Last day, included.</summary>
    public string? LastDay { get; set; }

    /// <summary>Duties, one a line (<see cref="ShiftText"/>); empty: at all hours.</summary>
    public string? Shifts { get; set; }

    /// <summary>Reason or remark; may be empty.</summary>
    public string? Note { get; set; }

    /// <summary>The practice's patients too.</summary>
    public bool CoversPractice { get; set; }
}
