namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// The extensions the reader knows. A modifier extension that is not named here is not understood (R10).
/// </summary>
public static class ExtensionUrls
{
    /// <summary>
    /// Modifier on Consent: the decision is neither permit nor deny but this text (nl-core-TreatmentDirective2).
    /// </summary>
    public const string SpecificationOther = Nictiz + "ext-TreatmentDirective2.SpecificationOther";

    public const string ReasonForEnding = Nictiz + "ext-TreatmentDirective2.ReasonForEnding";
    public const string Comment = Nictiz + "ext-Comment";

    /// <summary>On Condition.code: what the code does not say.</summary>
    public const string FurtherSpecification = Nictiz + "ext-Problem.FurtherSpecificationProblemName";

    /// <summary>On a body site: left, right or both.</summary>
    public const string Laterality = Nictiz + "ext-AnatomicalLocation.Laterality";

    /// <summary>On EpisodeOfCare: what it is called.</summary>
    public const string EpisodeName = Nictiz + "ext-EpisodeOfCare.EpisodeOfCareName";

    /// <summary>On Flag: the problem it warns of.</summary>
    public const string FlagDetail = Hl7 + "flag-detail";

    public const string DataAbsentReason = Hl7 + "data-absent-reason";
    public const string OwnPrefix = Hl7 + "humanname-own-prefix";
    public const string OwnName = Hl7 + "humanname-own-name";
    public const string PartnerPrefix = Hl7 + "humanname-partner-prefix";
    public const string PartnerName = Hl7 + "humanname-partner-name";

    /// <summary>On a given name: IN = initial, BR = official first name, CL = name used in daily life.</summary>
    public const string NameQualifier = Hl7 + "iso21090-EN-qualifier";

    public const string StreetName = Hl7 + "iso21090-ADXP-streetName";
    public const string HouseNumber = Hl7 + "iso21090-ADXP-houseNumber";
    public const string HouseNumberSuffix = Hl7 + "iso21090-ADXP-buildingNumberSuffix";
    public const string AdditionalLocator = Hl7 + "iso21090-ADXP-additionalLocator";
    public const string UnitId = Hl7 + "iso21090-ADXP-unitID";

    private const string Nictiz = "http://nictiz.nl/fhir/StructureDefinition/";
    private const string Hl7 = "http://hl7.org/fhir/StructureDefinition/";
}
