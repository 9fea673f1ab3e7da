using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

/// <summary>Appointment, Procedure, ServiceRequest and Composition: what is shown, and what is refused (R10).</summary>
public class CareResourceTests
{
    private const string Visit = """
        {"resourceType":"Appointment","id":"a1","status":"booked","cancelationReason":{"text":"ziek"},"serviceType":[{"text":"Cardiologie"}],
         "specialty":[{"text":"Hartziekten"}],"appointmentType":{"text":"Controle"},"reasonCode":[{"text":"Pijn"}],"description":"Echo",
         "start":"2026-03-12T09:00:00Z","end":"2026-03-12T09:15:00Z","minutesDuration":15,"comment":"lift","patientInstruction":"nuchter",
         "basedOn":[{"reference":"ServiceRequest/r1"}],
         "participant":[{"actor":{"reference":"Patient/p1"},"status":"accepted"},{"actor":{"display":"Dr. A"},"status":"declined"},{"status":"accepted"}]}
        """;

    private const string Operated = """
        {"resourceType":"Procedure","id":"o1","status":"not-done","statusReason":{"text":"koorts"},"category":{"text":"Chirurgie"},"code":{"text":"Heupprothese"},
         "subject":{"reference":"Patient/p1"},"encounter":{"reference":"Encounter/e1"},"performedPeriod":{"start":"2026-03-01","end":"2026-03-02"},
         "performer":[{"function":{"text":"chirurg"},"actor":{"display":"Dr. B"}}],"location":{"display":"OK 3"},"reasonCode":[{"text":"artrose"}],
         "bodySite":[{"text":"heup","extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-AnatomicalLocation.Laterality","valueCodeableConcept":{"text":"links"}}]}],
         "outcome":{"text":"goed"},"complication":[{"text":"bloeding"}],"followUp":[{"text":"poli"}],"note":[{"text":"n1"},{"text":"n2"}],
         "partOf":[{"reference":"Procedure/o0"}],"basedOn":[{"reference":"ServiceRequest/r1"}]}
        """;

    private const string Asked = """
        {"resourceType":"ServiceRequest","id":"r1","status":"active","intent":"order","doNotPerform":true,"category":[{"text":"Verwijzing"}],"code":{"text":"Knie"},
         "priority":"urgent","subject":{"reference":"Patient/p1"},"occurrenceDateTime":"2026-04","authoredOn":"2026-03-01","requester":{"display":"Huisarts"},
         "performerType":{"text":"Orthopedie"},"performer":[{"display":"Dr. C"}],"reasonCode":[{"text":"pijn"}],"bodySite":[{"text":"knie"}],
         "supportingInfo":[{"reference":"DocumentReference/d1"}],"note":[{"text":"n"}],"patientInstruction":"neem pas mee"}
        """;

    private const string Report = """
        {"resourceType":"Composition","id":"c1","status":"amended","type":{"text":"SOEP"},"subject":{"reference":"Patient/p1"},"encounter":{"reference":"Encounter/e1"},
         "date":"2026-03-01","author":[{"display":"Dr. D"}],"title":"Contact","confidentiality":"V","attester":[{"mode":"legal","time":"2026","party":{"display":"Dr. E"}}],
         "custodian":{"display":"Z"},"relatesTo":[{"code":"replaces","targetReference":{"reference":"Composition/c0"}}],
         "section":[{"title":"E","code":{"text":"evaluatie"},"text":{"status":"generated","div":"<div>x</div>"},"entry":[{"reference":"Observation/1"}],
                     "section":[{"title":"inner","emptyReason":{"text":"niets"},"focus":{"reference":"Patient/p2"}}]}]}
        """;

    [Fact]
    public void Read_Appointment_GivesWhatIsShown()
    {
        var visit = FhirText.Read<Appointment>(Visit);

        Assert.Equal(("booked", "ziek", "Cardiologie", "Hartziekten"), (visit.Status, visit.CancelationReason?.Show, visit.ServiceTypes[0].Show, visit.Specialties[0].Show));
        Assert.Equal(("Controle", "Pijn", "Echo", 15), (visit.AppointmentType?.Show, visit.ReasonCodes[0].Show, visit.Description, visit.MinutesDuration));
        Assert.Equal(("2026-03-12T09:00:00Z", "2026-03-12T09:15:00Z", "lift", "nuchter"), (visit.Start?.Text, visit.End?.Text, visit.Comment, visit.PatientInstruction));
        Assert.Equal(["accepted", "declined", "accepted"], visit.Participants.Select(p => p.Status), StringComparer.Ordinal);
        Assert.Equal(("Patient/p1", "ServiceRequest/r1"), (visit.PatientReference?.Reference, visit.BasedOn[0].Reference));
        Assert.Null(visit.NotUnderstood);
    }

    [Theory]
    [InlineData("""[{"actor":{"display":"Dr. A"}}]""", null)]
    [InlineData("""[{"actor":{"reference":"Patient/p1"}},{"actor":{"reference":"Patient/p1"}}]""", "Patient/p1")]
    [InlineData("""[{"actor":{"reference":"Patient/p1"}},{"actor":{"reference":"Patient/p2"}}]""", null)]
    [InlineData("""[{"actor":{"reference":"Patient/p1"}},{"actor":{"reference":"http://other.example/fhir/Patient/p2"}}]""", null)]
    [InlineData("""[{"actor":{"reference":"Patient/p1"}},{"actor":{"type":"Patient","display":"Iemand anders"}}]""", null)]
    [InlineData("""[{"actor":{"reference":"Patient/p1"}},{"actor":{"reference":"#p2"}}]""", null)]
    [InlineData("""[{"actor":{"reference":"RelatedPerson/p2"}},{"actor":{"reference":"Patient/p1"}}]""", "Patient/p1")]
    public void R4_AppointmentsPatient_IsTheOnlyOneAmongTheParticipants(string participants, string? patient) => Assert.Equal(
        patient,
        FhirText.Read<Appointment>($$"""{"resourceType":"Appointment","participant":{{participants}},"contained":[{"resourceType":"Patient","id":"p2"}]}""").PatientReference?.Reference);

    [Fact]
    public void Read_Procedure_GivesWhatIsShown()
    {
        var done = FhirText.Read<Procedure>(Operated);

        Assert.Equal(("not-done", "koorts", "Chirurgie", "Heupprothese"), (done.Status, done.StatusReason?.Show, done.Category?.Show, done.Code?.Show));
        Assert.Equal(("Patient/p1", "Encounter/e1", "2026-03-01", "2026-03-02"), (done.PatientReference?.Reference, done.Encounter?.Reference, done.Performed?.Period?.Start?.Text, done.Performed?.Period?.End?.Text));
        Assert.Equal(("chirurg", "Dr. B", "OK 3"), (done.Performers[0].Function?.Show, done.Performers[0].Actor?.Display, done.Location?.Display));
        Assert.Equal(("artrose", "heup", "links"), (done.ReasonCodes[0].Show, done.BodySites[0].Show, done.BodySites[0].Laterality?.Show));
        Assert.Equal(("goed", "bloeding", "poli", 2), (done.Outcome?.Show, done.Complications[0].Show, done.FollowUps[0].Show, done.Notes.Count));
        Assert.Equal(("Procedure/o0", "ServiceRequest/r1"), (done.PartOf[0].Reference, done.BasedOn[0].Reference));
    }

    [Theory]
    [InlineData("\"performedDateTime\":\"1998\"", "1998")]
    [InlineData("\"performedString\":\"als kind\"", "als kind")]
    [InlineData("\"performedAge\":{\"value\":4,\"unit\":\"jaar\"}", "4")]
    [InlineData("\"performedRange\":{\"low\":{\"value\":4}}", "4")]
    public void Read_ProcedureTime_IsReadInEveryKind(string part, string expected)
    {
        var time = FhirText.Read<Procedure>($$"""{"resourceType":"Procedure",{{part}}}""").Performed;

        Assert.Equal(expected, time?.DateTime?.Text ?? time?.Text ?? time?.Age?.Value ?? time?.Range?.Low?.Value);
    }

    [Fact]
    public void Read_ServiceRequest_GivesWhatIsShown()
    {
        var asked = FhirText.Read<ServiceRequest>(Asked);

        Assert.Equal(("active", "order", true, "Verwijzing", "Knie"), (asked.Status, asked.Intent, asked.DoNotPerform, asked.Categories[0].Show, asked.Code?.Show));
        Assert.Equal(("urgent", "Patient/p1", "2026-04", "2026-03-01"), (asked.Priority, asked.PatientReference?.Reference, asked.Occurrence?.DateTime?.Text, asked.AuthoredOn?.Text));
        Assert.Equal(("Huisarts", "Orthopedie", "Dr. C", "pijn"), (asked.Requester?.Display, asked.PerformerType?.Show, asked.Performers[0].Display, asked.ReasonCodes[0].Show));
        Assert.Equal(("knie", "DocumentReference/d1", "n", "neem pas mee"), (asked.BodySites[0].Show, asked.SupportingInfo[0].Reference, asked.Notes[0].Text, asked.PatientInstruction));
        Assert.False(asked.IsRecurring);
        Assert.True(FhirText.Read<ServiceRequest>("""{"resourceType":"ServiceRequest","occurrenceTiming":{"repeat":{"frequency":2}}}""").IsRecurring);
    }

    [Fact]
    public void Read_Composition_GivesWhatIsShown()
    {
        var report = FhirText.Read<Composition>(Report);

        Assert.Equal(("amended", "SOEP", "2026-03-01", "Dr. D", "Contact"), (report.Status, report.Type?.Show, report.Date?.Text, report.Authors[0].Display, report.Title));
        Assert.Equal(("V", "legal", "Dr. E", "Z"), (report.Confidentiality, report.Attesters[0].Mode, report.Attesters[0].Party?.Display, report.Custodian?.Display));
        Assert.Equal(("replaces", "Composition/c0"), (report.RelatesTo[0].Code, report.RelatesTo[0].Target?.Reference));
        var section = Assert.Single(report.Sections);
        Assert.Equal(("E", "evaluatie", "generated", "<div>x</div>"), (section.Title, section.Code?.Show, section.Text?.Status, section.Text?.Div));
        Assert.Equal(("Observation/1", "inner", "niets", "Patient/p2"), (section.Entries[0].Reference, section.Sections[0].Title, section.Sections[0].EmptyReason?.Show, section.Sections[0].Focus?.Reference));
        Assert.Equal(("Patient/p1", "Encounter/e1"), (report.PatientReference?.Reference, report.Encounter?.Reference));
    }

    [Theory]
    [InlineData("Appointment")]
    [InlineData("Procedure")]
    [InlineData("ServiceRequest")]
    [InlineData("Composition")]
    public void R10_UnknownRulesErrorOrBadId_AreTold(string type)
    {
        Assert.Equal("unknown modifierExtension http://example.org/not", Read(type, """ "modifierExtension":[{"url":"http://example.org/not"}] """).NotUnderstood);
        Assert.Equal("implicitRules", Read(type, """ "implicitRules":"http://example.org/rules" """).NotUnderstood);
        Assert.Equal("id is malformed", Read(type, """ "id":"../admin" """).NotUnderstood);
        Assert.True(Read(type, """ "status":"entered-in-error" """).IsEnteredInError);
        Assert.Null(Read(type, """ "status":"unknown","extension":[{"url":"http://example.org/more"}],"text":{"status":"generated","div":"<div/>"} """).NotUnderstood);
    }

    [Theory]
    [InlineData("Appointment", "status", "7")]
    [InlineData("Appointment", "start", "\"straks\"")]
    [InlineData("Appointment", "end", "[]")]
    [InlineData("Appointment", "participant", """[7]""")]
    [InlineData("Appointment", "participant", """[{"actor":{"reference":"Patient/p1"}},{"actor":7}]""")]
    [InlineData("Procedure", "status", "null")]
    [InlineData("Procedure", "subject", "\"Patient/1\"")]
    [InlineData("Procedure", "bodySite", """[{"extension":{}}]""")]
    [InlineData("ServiceRequest", "status", "{}")]
    [InlineData("ServiceRequest", "intent", "{}")]
    [InlineData("ServiceRequest", "doNotPerform", "\"false\"")]
    [InlineData("ServiceRequest", "doNotPerform", "0")]
    [InlineData("ServiceRequest", "subject", "[]")]
    [InlineData("Composition", "status", "\"\"")]
    [InlineData("Composition", "confidentiality", "{}")]
    [InlineData("Composition", "relatesTo", "{}")]
    [InlineData("Composition", "section", """[{"text":{"div":7}}]""")]
    public void R10_MalformedPartThatMatters_IsNotUnderstood(string type, string name, string value) =>
        Assert.Equal($"{name} is malformed", Read(type, $"\"{name}\":{value}").NotUnderstood);

    [Theory]
    [InlineData("ServiceRequest", "\"doNotPerform\":true,\"doNotPerform\":false", "doNotPerform")]
    [InlineData("Procedure", "\"status\":\"not-done\",\"status\":\"completed\"", "status")]
    [InlineData("Appointment", """ "participant":[{"status":"accepted"}],"participant":[{"status":"accepted"}] """, "participant")]
    public void R10_PartThatMattersGivenTwice_IsNotUnderstood(string type, string part, string name) =>
        Assert.Equal($"{name} is given twice", Read(type, part).NotUnderstood);

    [Theory]
    [InlineData("Appointment", """ "participant":[{"modifierExtension":[{"url":"urn:x"}]}] """)]
    [InlineData("Procedure", """ "performer":[{"modifierExtension":[{"url":"urn:x"}]}] """)]
    [InlineData("Procedure", """ "focalDevice":[{"modifierExtension":[{"url":"urn:x"}]}],"modifierExtension":[{"url":"urn:x"}] """)]
    [InlineData("Composition", """ "section":[{"section":[{"modifierExtension":[{"url":"urn:x"}]}]}] """)]
    [InlineData("Composition", """ "attester":[{"modifierExtension":[{"url":"urn:x"}]}] """)]
    [InlineData("Composition", """ "relatesTo":[{"modifierExtension":[{"url":"urn:x"}]}] """)]
    public void R10_ModifierExtensionAnywhereWeRead_IsNotUnderstood(string type, string part) =>
        Assert.Contains("modifierExtension", Read(type, part).NotUnderstood, StringComparison.Ordinal);

    [Fact]
    public void Read_ValueSwappedForAnother_GivesAResource()
    {
        string[] values = ["7", "null", "true", "\"\"", "\" \"", "\"x\"", "[]", "{}", "[null]", "[{}]", "[[]]", "{\"a\":[]}", "\"\\ud800\"", "1e999", "\"2024-02-30\""];
        var swapped = from json in Gen.Elements(new[] { Visit, Operated, Asked, Report }.Select(Encoding.UTF8.GetBytes).ToArray())
                      from index in Gen.Choose(0, 200)
                      from value in Gen.Elements(values)
                      select ValueSwap.Swap(json, index, value);

        Prop.ForAll(swapped.ToArbitrary(), IsReadOrRefused).Check(Config.QuickThrowOnFailure.WithMaxTest(4000));
    }

    private static bool IsReadOrRefused(byte[] json)
    {
        try
        {
            return FhirText.Dump(FhirJson.Read(json)).Length > 0;
        }
        catch (FhirFormatException)
        {
            return true;
        }
    }

    private static Resource Read(string type, string part) => FhirJson.Read(Encoding.UTF8.GetBytes($$"""{"resourceType":"{{type}}",{{part}}}"""));
}
