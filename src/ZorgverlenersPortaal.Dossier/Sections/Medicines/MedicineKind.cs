namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>What a record of medication is: an agreement on use is not a supply (MP9).</summary>
public enum MedicineKind
{
    /// <summary>Of a category that the configuration does not name.</summary>
    Other,

    /// <summary>A prescriber's agreement on use.</summary>
    Agreement,

    /// <summary>A dosing schedule within an agreement.</summary>
    Schedule,

    /// <summary>A request to the pharmacy to supply.</summary>
    SupplyRequest,

    /// <summary>The pharmacy's agreement on how it is to be administered.</summary>
    AdministrationAgreement,

    /// <summary>A supply.</summary>
    Supply,

    /// <summary>What the patient is said to use.</summary>
    Use,

    /// <summary>One administration.</summary>
    Administration,
}
