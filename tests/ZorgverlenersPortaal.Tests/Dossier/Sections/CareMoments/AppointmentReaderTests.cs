using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.CareMoments;

public sealed class AppointmentReaderTests
{
    private static readonly DateTimeOffset _now = new FakeClock().GetUtcNow();

    [Fact]
    public void Read_ByTheirMoment_AreSoonLaterUndatedOrPast()
    {
        var book = Read(
            Moments.Appointment("later", start: At(15)),
            Moments.Appointment("soon", start: At(13)),
            Moments.Appointment("first", start: At(1)),
            Moments.Appointment("now", start: At(-0.01), end: At(0.01)),
            Moments.Appointment("asked", status: "pending", start: null),
            Moments.Appointment("past", status: "fulfilled", start: At(-2)),
            Moments.Appointment("before", status: "noshow", start: At(-3)),
            Moments.Appointment("never", status: "cancelled", start: null));

        Assert.Equal(["now", "first", "soon"], Ids(book.Soon));
        Assert.Equal(["later"], Ids(book.Later));
        Assert.Equal(["asked"], Ids(book.Undated));
        Assert.Equal(["past", "before", "never"], Ids(book.Past));
    }

    [Fact]
    public void Read_EndBeforeStart_IsASlipAndHidesNothing() =>
        Assert.Equal(["ap1"], Ids(Read(Moments.Appointment(start: At(2), end: At(-2))).Soon));

    [Theory]
    [InlineData("proposed", "Voorgesteld")]
    [InlineData("pending", "Nog niet bevestigd")]
    [InlineData("booked", "Gepland")]
    [InlineData("cancelled", "Afgezegd")]
    [InlineData("noshow", "Niet verschenen")]
    [InlineData("waitlist", "Op de wachtlijst")]
    [InlineData("checked-in", "Aangemeld")]
    [InlineData("iets anders", "Status onbekend")]
    public void Read_Status_IsToldInDutch(string status, string text) => Assert.Equal(text, One(a => a["status"] = status).State.Text());

    [Fact]
    public void Read_PeopleAndPlace_AreToldApart()
    {
        var appointment = Assert.Single(Read([Some.Location("l1", "Poli cardiologie", "0800-12")], Moments.Appointment().With(a =>
            a["participant"]!.AsArray().Add(Moments.Actor("Practitioner/x", "Dr. Weg").With(p => p["status"] = "declined")))).Soon);

        Assert.Equal(("Dr. A. Hart", "Poli cardiologie", "0800-12", "Controle cardiologie"), (appointment.With, appointment.Place, appointment.PlacePhone, appointment.What));
        Assert.Equal(("Appointment/ap1/1", "12-03-2026 10:00"), (appointment.Source, appointment.Start!.DateAndTime));
    }

    [Fact]
    public void Read_NullFlavorReason_IsNotShown()
    {
        var appointment = One(a => a["reasonCode"] = new JsonArray(
            Some.Concept("http://terminology.hl7.org/CodeSystem/v3-NullFlavor", "NAVU", "Niet beschikbaar").With(c => c["text"] = "Niet beschikbaar")));

        Assert.Null(appointment.Reason);
    }

    [Fact]
    public void Read_OtherNullFlavorWithWords_KeepsTheWords() => Assert.Equal("Litteken", One(a => a["reasonCode"] = new JsonArray(
        Some.Concept("http://terminology.hl7.org/CodeSystem/v3-NullFlavor", "OTH", "Anders").With(c => c["text"] = "Litteken"))).Reason);

    [Fact]
    public void Read_OidForAName_IsNoWord() => Assert.Equal(
        "Cardiologie",
        One(a =>
        {
            a["serviceType"] = new JsonArray(Moments.Text("2.16.840.1.113883.2.4.3.8"));
            a["specialty"] = new JsonArray(Moments.Text("Cardiologie"));
        }).What);

    [Fact]
    public void R10_NotUnderstood_TellsOnlyThatAndWhen()
    {
        var appointment = One(a =>
        {
            a["modifierExtension"] = Some.UnknownModifier;
            a["comment"] = "geheim";
        });

        Assert.Equal(
            new CareAppointment { Source = "Appointment/ap1/1", State = AppointmentState.Unknown, What = "Afspraak", Start = appointment.Start, IsNotUnderstood = true },
            appointment);
    }

    [Fact]
    public void R10_EnteredInError_IsNoAppointment() => Assert.Empty(Read(Moments.Appointment(status: "entered-in-error")).Soon);

    private static string At(double days) => _now.AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static CareAppointment One(Action<JsonObject> change) => Assert.Single(Read(Moments.Appointment().With(change)).Soon);

    private static AppointmentBook Read(params JsonObject[] appointments) => Read([], appointments);

    private static AppointmentBook Read(JsonObject[] places, params JsonObject[] appointments) =>
        new AppointmentReader(new Uri("http://epd.example/fhir/"), 14).Read(appointments.Select(a => a.As<Appointment>()), places.Select(p => p.As<Location>()), _now);

    private static IEnumerable<string> Ids(IEnumerable<CareAppointment> appointments) => appointments.Select(a => a.Source.Split('/')[1]);
}
