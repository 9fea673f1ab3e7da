using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Waarneming;

/// <summary>What ends at one node is over at the other at its next request, and the other is told (R8).</summary>
[Collection(RealServers.Name)]
public sealed class DelegationTwoNodesTests(SandboxFixture fixture)
{
    [ServerFact("redis-server")]
    public async Task R8_EndedAtOneNode_IsOverAtTheOtherAndItsStreamsAreWoken()
    {
        await using var nodes = await TwoNodes.StartAsync(fixture.Epd.Address);
        using var giver = await nodes.A.SignInAsync(TestPki.Shared.Card());
        using var receiver = await nodes.B.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        Assert.Equal(303, (await giver.GiveAsync(DelegationJourney.Path, DelegationJourney.Form(nodes.A, TestCards.Huisarts2.UziNumber))).Status);
        Assert.Equal(303, (await receiver.PressAsync("Aanvaard")).Status);
        var doctor = new CareProvider(TestCards.Huisarts2.UziNumber, "Fatma", CareRole.GeneralPractitioner, "01.015", AgbCode.TryRead("01056790"), "90000383", null);
        Assert.Equal(DelegationState.InForce, Assert.Single(await OfAsync(nodes.B, doctor)).State);
        var told = new TaskCompletionSource();
        using var listening = nodes.B.Services.GetRequiredService<AccountNews>().Subscribe(uzi =>
        {
            if (uzi == doctor.UziNumber)
            {
                told.TrySetResult();
            }
        });

        Assert.Equal(303, (await giver.PressAsync("Stop")).Status);

        Assert.Equal(DelegationState.Withdrawn, Assert.Single(await OfAsync(nodes.B, doctor)).State);
        Assert.Equal(["Ingetrokken"], (await receiver.GetAsync(DelegationJourney.Path)).States());
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static Task<IReadOnlyList<DelegationStanding>> OfAsync(PortalHost node, CareProvider doctor) =>
        node.Services.GetRequiredService<ReceivedDelegations>().OfAsync(doctor, default);
}
