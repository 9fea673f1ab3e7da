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

    /// <summary>MP9: the whole dosage as one text, to be shown instead of its parts.</summary>
    public const string RenderedDosage = Nictiz + "ext-RenderedDosageInstruction";

    /// <summary>MP9: from when until when it is to be used; a duration in it stands for the end.</summary>
    public const string UsePeriod = Nictiz + "ext-TimeInterval.Period";

    public const string UsePeriod2017 = Nictiz + "zib-Medication-PeriodOfUse";
    public const string Duration = Nictiz + "ext-TimeInterval.Duration";

    /// <summary>MP9: what agreements, changes and stops of one treatment have in common.</summary>
    public const string Treatment = Nictiz + "ext-PharmaceuticalTreatment.Identifier";

    public const string Treatment2017 = Nictiz + "zib-Medication-MedicationTreatment";

    /// <summary>Modifier on medication: it says "stop", not "take".</summary>
    public const string StopType = Nictiz + "ext-StopType";

    public const string StopType2017 = Nictiz + "zib-Medication-StopType";

    /// <summary>Modifier on medication: the dosage is a cycle of this length, repeated.</summary>
    public const string Cycle = Nictiz + "ext-InstructionsForUse.RepeatPeriodCyclicalSchedule";

    public const string Cycle2017 = Nictiz + "zib-Medication-RepeatPeriodCyclicalSchedule";

    /// <summary>On medication use: who prescribed what is used.</summary>
    public const string UsePrescriber = Nictiz + "ext-MedicationUse2.Prescriber";

    /// <summary>On an administration agreement: when it was made.</summary>
    public const string AdministrationAgreementTime = Nictiz + "ext-AdministrationAgreement.AdministrationAgreementDateTime";

    /// <summary>On an administration agreement: why it was changed or stopped.</summary>
    public const string AdministrationAgreementReason = Nictiz + "ext-AdministrationAgreement.ReasonModificationOrDiscontinuation";

    /// <summary>On a time rule: the time is to be kept exactly, or not.</summary>
    public const string ExactTime = Hl7 + "timing-exact";

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
