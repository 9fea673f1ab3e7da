using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Makes treatment directives and advance directives: every kind among the first patients, a likely mix for the others.
/// </summary>
internal static class DirectiveMaker
{
    public static void Make(HospitalRegister register, SyntheticPatient patient)
    {
        var dice = register.Dice.For("directive" + patient.Number);
        var day = register.Calendar.Ago(dice.Between(5, 400), 11);
        var directives = (patient.Stay, patient.Rank) switch
        {
            (StayKind.Admitted, <= 8) => Promised(register, patient, day),
            (StayKind.DischargedRecently, <= 6) => PromisedDischarged(patient, day),
            _ => Likely(patient, dice, day, patient.Age(register.Calendar.Today)),
        };
        foreach (var directive in directives)
        {
            Add(register, patient, directive, day);
        }

        if (patient is { Stay: StayKind.Admitted, Rank: 1 or 7 } or { Stay: StayKind.DischargedRecently, Rank: 2 })
        {
            AddAdvanceDirective(register, patient, day);
        }
    }

    // One of the first patients had a directive that was in force until it was ended: the history has both versions.
    private static void Add(HospitalRegister register, SyntheticPatient patient, Directive directive, DateTimeOffset day)
    {
        if (patient is not { Stay: StayKind.Admitted, Rank: 3 } || directive.Json["status"]!.GetValue<string>() is not "inactive")
        {
            register.Add(directive.Json, day);
            return;
        }

        var before = new Directive(patient, 1, Directive.Resuscitation, day).Deny();
        register.AddChanged(before.Json, day, directive.Json, register.Calendar.Ago(3, 9));
    }

    private static Directive[] Promised(HospitalRegister register, SyntheticPatient patient, DateTimeOffset day) =>
        patient.Rank switch
        {
            0 =>
            [
                new Directive(patient, 1, Directive.Resuscitation, day).Permit(),
                new Directive(patient, 2, Directive.IntensiveCare, day).Permit().Comment("Geldt tot aan ontslag"),
            ],
            1 =>
            [
                new Directive(patient, 1, Directive.Resuscitation, day).Deny(),
                new Directive(patient, 2, Directive.Ventilation, day).Deny(),
                new Directive(patient, 3, Directive.IntensiveCare, day)
                    .Deny()
                    .Comment("Met patiënt en dochter besproken"),
                new Directive(patient, 4, Directive.Antibiotics, day).Permit(),
            ],
            2 =>
            [
                new Directive(patient, 1, Directive.Antibiotics, day).Other("Alleen als tablet of drank, geen infuus"),
            ],
            3 =>
            [
                new Directive(patient, 1, Directive.Resuscitation, day)
                    .Deny()
                    .Ended(register.Calendar.Ago(3, 9), "Hersteld, patiënt ziet ervan af", inactive: true),
                new Directive(patient, 2, Directive.IntensiveCare, day)
                    .Deny()
                    .Ended(register.Calendar.Ago(2, 9), "Tijdelijk na operatie", inactive: false),
            ],
            // Both filled: the profile's check has a typing error and lets this through.
            4 =>
            [
                new Directive(patient, 1, Directive.Ventilation, day)
                    .Permit()
                    .Other("Alleen niet-invasief, hooguit drie dagen"),
            ],
            5 =>
            [
                new Directive(patient, 1, Directive.Resuscitation, day).Deny().Status("entered-in-error"),
                new Directive(patient, 2, new Term(CodeSystems.Snomed, "431415002", "Beheer van ICD"), day).Deny(),
            ],
            6 =>
            [
                new Directive(patient, 1, Directive.Resuscitation, day).Deny(),
                new Directive(patient, 2, Directive.Blood, day).Deny(),
            ],
            7 => [new Directive(patient, 1, Directive.Resuscitation, day).Permit()],
            _ => [],
        };

    private static Directive[] PromisedDischarged(SyntheticPatient patient, DateTimeOffset day) =>
        patient.Rank switch
        {
            0 =>
            [
                new Directive(patient, 1, Directive.Resuscitation, day).Deny(),
                new Directive(patient, 2, Directive.Admission, day).Other("Alleen bij een botbreuk of verstikking"),
            ],
            1 =>
            [
                new Directive(patient, 1, Directive.Resuscitation, day).Unknown(
                    "https://drechtoever.example/fhir/StructureDefinition/alleen-overdag"),
            ],
            2 =>
            [
                new Directive(
                    patient,
                    1,
                    new Term("https://drechtoever.example/fhir/CodeSystem/behandeling", "DIAL", "Dialyse"),
                    day).Deny(),
            ],
            3 =>
            [
                new Directive(patient, 1, Directive.Resuscitation, day).Permit(),
                new Directive(patient, 2, Directive.Blood, day).Deny().Status("inactive"),
            ],
            5 => [new Directive(patient, 1, Directive.Antibiotics, day).OtherInType("Alleen bij benauwdheid")],
            6 => [],
            _ =>
            [
                new Directive(patient, 1, new Term(CodeSystems.Hl7 + "v3-NullFlavor", "OTH", "Anders"), day)
                    .Deny()
                    .Comment("Geen sondevoeding"),
            ],
        };

    private static Directive[] Likely(SyntheticPatient patient, Dice dice, DateTimeOffset day, int age)
    {
        var throwing = dice.Next(100);
        if (patient.Stay == StayKind.Outpatient || throwing < (age > 75 ? 25 : 60))
        {
            return [];
        }

        return (throwing % 4) switch
        {
            0 => [new Directive(patient, 1, Directive.Resuscitation, day).Permit()],
            1 =>
            [
                new Directive(patient, 1, Directive.Resuscitation, day).Deny(),
                new Directive(patient, 2, Directive.IntensiveCare, day).Deny(),
            ],
            2 =>
            [
                new Directive(patient, 1, Directive.Resuscitation, day).Deny(),
                new Directive(patient, 2, Directive.Ventilation, day).Other(
                    "Alleen kortdurend, bij een te verhelpen oorzaak"),
            ],
            _ => [new Directive(patient, 1, Directive.IntensiveCare, day).Permit().Comment("Geen dialyse")],
        };
    }

    private static void AddAdvanceDirective(HospitalRegister register, SyntheticPatient patient, DateTimeOffset day)
    {
        var will = Part.Resource("Consent", $"ad-{patient.Key}", "nl-core-AdvanceDirective");
        will["extension"] = new JsonArray(
            Part.Extension(CodeSystems.Profile + "ext-Comment", "valueString", "Niet-reanimerenpenning om de hals"));
        will["status"] = "active";
        will["scope"] = Part.Concept(CodeSystems.Hl7 + "consentscope", "adr", "Advanced Care Directive");
        will["category"] = new JsonArray(
            Part.Concept(CodeSystems.Hl7 + "consentcategorycodes", "acd", "Advance Directive"));
        will["patient"] = patient.Reference();
        will["dateTime"] = "2019-04";
        will["policy"] = new JsonArray(new JsonObject { ["uri"] = "https://wetten.overheid.nl/" });
        will["provision"] = new JsonObject
        {
            ["code"] = new JsonArray(
                Part.Concept("urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.14.1", "NR", "Niet reanimeren verklaring")),
        };
        register.Add(will, day);
    }
}
