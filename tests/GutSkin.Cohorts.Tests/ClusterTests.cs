using System.Diagnostics;
using k8s;
using k8s.Models;

namespace GutSkin.Cohorts.Tests;

/// <summary>What is submitted to a cluster is what its scheduler reads.</summary>
public class ClusterTests
{
    private const string Folder = "samples/06.Cohort/slurm/";

    [Fact]
    public void The_manifest_is_an_indexed_job_of_as_many_parts_as_it_divides_the_cohort_into()
    {
        // Strict: a field that the API does not know, or one in a wrong place, is an error.
        var job = KubernetesYaml.Deserialize<V1Job>(Repository.Read(Folder + "kubernetes.yaml"), strict: true);

        (job.ApiVersion, job.Kind).Should().Be(("batch/v1", "Job"));
        job.Metadata.Name.Should().NotBeNullOrEmpty();
        job.Spec.CompletionMode.Should().Be("Indexed");
        job.Spec.BackoffLimitPerIndex.Should().BePositive("a pod that is lost is started again by its index");
        var pod = job.Spec.Template.Spec;
        pod.RestartPolicy.Should().Be("Never", "that is what a limit per index takes");
        var container = pod.Containers.Should().ContainSingle().Subject;
        container.VolumeMounts.Select(m => m.Name).Should().BeEquivalentTo(pod.Volumes.Select(v => v.Name));
        string command = container.Args.Should().ContainSingle().Subject;
        command.Should().Contain("JOB_COMPLETION_INDEX + 1").And.Contain($"/{job.Spec.Completions}\"").And.Contain("score /cohort -o \"/out/");
        Parses("sh", "-n", "-c", command);
    }

    [Theory]
    [InlineData("people.sh")]
    [InlineData("score.sbatch")]
    [InlineData("submit.sh")]
    [InlineData("test.sh")]
    public void A_script_parses(string script) => Parses("bash", "-n", Path.Combine(Repository.Root, Folder + script));

    private static void Parses(string shell, params string[] arguments)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = Process.Start(new ProcessStartInfo(shell, arguments) { RedirectStandardError = true })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, error);
    }
}
