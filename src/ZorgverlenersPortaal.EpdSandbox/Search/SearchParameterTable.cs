using System.Collections.Frozen;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>
/// Which types can be searched by what: the R4 parameters, plus MedicationDispense category, which is Nictiz's.
/// One line per type; "name=path,path" with a mark for the kind: # date, @ reference, ~ text, none token.
/// </summary>
internal static class SearchParameterTable
{
    public const string Patient = "patient";
    private const string OfSubject = "@patient=subject @subject=subject ";
    private const string OfPatient = "@patient=patient ";

    private static readonly FrozenDictionary<string, SearchParameter[]> _types = new Dictionary<string, string>(
        StringComparer.Ordinal)
    {
        ["Patient"] =
            "identifier active gender ~name=name.text,name.family,name.given ~family=name.family ~given=name.given #birthdate=birthDate "
            + "@general-practitioner=generalPractitioner @organization=managingOrganization @link=link.other ~address-postalcode=address.postalCode ~address-city=address.city",
        ["Practitioner"] = "identifier active ~name=name.text,name.family,name.given ~family=name.family",
        ["PractitionerRole"] =
            "identifier active role=code specialty @practitioner=practitioner @organization=organization @location=location",
        ["Organization"] = "identifier active type ~name=name @partof=partOf",
        ["Location"] = "identifier status type ~name=name @organization=managingOrganization @partof=partOf",
        ["RelatedPerson"] = OfPatient + "identifier active relationship ~name=name.text,name.family,name.given",
        ["Encounter"] =
            OfSubject
            + "identifier status class type reason-code=reasonCode #date=period @location=location.location "
            + "@participant=participant.individual @service-provider=serviceProvider @part-of=partOf @episode-of-care=episodeOfCare @diagnosis=diagnosis.condition",
        ["EpisodeOfCare"] =
            OfPatient
            + "identifier status type #date=period @organization=managingOrganization @condition=diagnosis.condition",
        ["Condition"] =
            OfSubject
            + "identifier category clinical-status=clinicalStatus verification-status=verificationStatus code "
            + "#onset-date=onsetDateTime,onsetPeriod #recorded-date=recordedDate @encounter=encounter",
        ["AllergyIntolerance"] =
            OfPatient
            + "identifier category code criticality clinical-status=clinicalStatus verification-status=verificationStatus #date=recordedDate",
        ["Consent"] =
            OfPatient
            + "identifier status category scope #date=dateTime #period=provision.period @organization=organization @actor=provision.actor.reference",
        ["Flag"] = OfSubject + "identifier #date=period @encounter=encounter @author=author",
        ["DocumentReference"] =
            OfSubject
            + "identifier status type category contenttype=content.attachment.contentType security-label=securityLabel #date=date "
            + "#period=context.period @author=author @encounter=context.encounter @custodian=custodian @relatesto=relatesTo.target",
        // Not searchable; the index only knows whose document it is.
        ["Binary"] = "@patient=securityContext",
        ["Composition"] = OfSubject + "identifier status type category #date=date @author=author @encounter=encounter",
        ["Observation"] =
            OfSubject
            + "identifier status category code #date=effectiveDateTime,effectivePeriod,effectiveInstant @encounter=encounter "
            + "@performer=performer @specimen=specimen @has-member=hasMember @based-on=basedOn @derived-from=derivedFrom",
        ["DiagnosticReport"] =
            OfSubject
            + "identifier status category code #date=effectiveDateTime,effectivePeriod #issued=issued @encounter=encounter "
            + "@performer=performer @result=result @specimen=specimen @based-on=basedOn @results-interpreter=resultsInterpreter",
        ["Specimen"] =
            OfSubject + "identifier status type #collected=collection.collectedDateTime,collection.collectedPeriod",
        ["MedicationRequest"] =
            OfSubject
            + "identifier status intent category code=medicationCodeableConcept #authoredon=authoredOn "
            + "@medication=medicationReference @requester=requester @encounter=encounter",
        ["MedicationStatement"] =
            OfSubject
            + "identifier status category code=medicationCodeableConcept #effective=effectiveDateTime,effectivePeriod @medication=medicationReference",
        ["MedicationDispense"] =
            OfSubject
            + "identifier status category code=medicationCodeableConcept #whenhandedover=whenHandedOver @medication=medicationReference "
            + "@prescription=authorizingPrescription @performer=performer.actor",
        ["MedicationAdministration"] =
            OfSubject
            + "identifier status code=medicationCodeableConcept #effective-time=effectiveDateTime,effectivePeriod @medication=medicationReference",
        ["Medication"] = "identifier status code",
        ["Appointment"] =
            "@patient=participant.actor @actor=participant.actor identifier status service-type=serviceType appointment-type=appointmentType #date=start",
        ["Procedure"] =
            OfSubject
            + "identifier status category code #date=performedDateTime,performedPeriod @encounter=encounter @based-on=basedOn @performer=performer.actor",
        ["ServiceRequest"] =
            OfSubject
            + "identifier status intent category code #authored=authoredOn #occurrence=occurrenceDateTime,occurrencePeriod "
            + "@requester=requester @performer=performer @encounter=encounter",
        ["CareTeam"] =
            OfSubject + "identifier status category #date=period @participant=participant.member @encounter=encounter",
        ["Immunization"] = OfPatient + "identifier status vaccine-code=vaccineCode #date=occurrenceDateTime",
        ["Provenance"] = "@patient=target @target=target #recorded=recorded @agent=agent.who",
        ["Task"] = "identifier status code @patient=for @subject=for @focus=focus @requester=requester @owner=owner",
    }.ToFrozenDictionary(pair => pair.Key, pair => Read(pair.Value), StringComparer.Ordinal);

    // What any other loaded type can be searched by, whichever of the two elements it has.
    private static readonly SearchParameter[] _others = Read(
        "@patient=subject,patient @subject=subject identifier status code category");

    /// <summary>The parameters of a type, beside the _id, _lastUpdated and paging ones that all types have.</summary>
    public static SearchParameter[] For(string type) => _types.GetValueOrDefault(type, _others);

    public static SearchParameter? Find(string type, string name) =>
        Array.Find(For(type), parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal));

    private static SearchParameter[] Read(string line) =>
        [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parameter)];

    private static SearchParameter Parameter(string word)
    {
        var kind = word[0] switch
        {
            '#' => ParameterKind.Date,
            '@' => ParameterKind.Reference,
            '~' => ParameterKind.Text,
            _ => ParameterKind.Token,
        };
        var parts = word.TrimStart('#', '@', '~').Split('=');
        return new SearchParameter(
            parts[0],
            kind,
            parts[^1].Split(','),
            string.Equals(parts[0], Patient, StringComparison.Ordinal) ? "Patient" : null);
    }
}
