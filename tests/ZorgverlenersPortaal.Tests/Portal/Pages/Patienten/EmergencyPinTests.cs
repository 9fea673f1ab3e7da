using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Dossier.Remembered;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patienten;

/// <summary>A look in an emergency leaves no pin and nothing opened lately.</summary>
public sealed class EmergencyPinTests(EmergencyFixture fixture) : IClassFixture<EmergencyFixture>
{
    [Fact]
    public async Task R5_RecordOpenedInAnEmergency_OffersNoPinAndKeepsNone()
    {
        using var doctor = await fixture.Portal.SignInAsync(TestPki.Shared.Card());
        var handle = await fixture.OpenAsync(doctor);

        var page = await doctor.GetAsync("/patient/" + handle);
        var pressed = await doctor.SendAsync(HttpMethod.Post, $"/patient/{handle}?handler=vast", Token(page));

        Assert.Contains("Geheimnaam", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("form[action*='handler=vast']"));
        Assert.Equal(200, pressed.Status);
        Assert.Empty((await fixture.Portal.Services.GetRequiredService<PinBook>().ReadAsync(TestCards.Huisarts.UziNumber, default))!);
    }

    private static FormUrlEncodedContent Token(PortalAnswer page) =>
        new([new("__RequestVerificationToken", page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
}
