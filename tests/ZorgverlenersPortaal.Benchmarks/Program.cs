using BenchmarkDotNet.Running;
using ZorgverlenersPortaal.Benchmarks;

// Two words are for ops/bench; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["judged-server"]:
        await JudgedServer.RunAsync();
        break;
    case ["sign-in-figures", var card]:
        SignInFigures.Print(card);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FhirReading).Assembly).Run(args);
        break;
}
